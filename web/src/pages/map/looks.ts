// What an organization looks like on the drawing: its shape is its kind, its colour and size what the reader chose.
import type { Colour, Size } from "./state";
import { KINDS } from "./state";
import type { MapNode } from "./network";

/** Corners of each kind's shape at a radius of 1, from the middle; a circle has none. */
export const SHAPES: Record<string, readonly (readonly [number, number])[]> = {
  NGO: [],
  FOUNDATION: [
    [-0.87, -0.87],
    [0.87, -0.87],
    [0.87, 0.87],
    [-0.87, 0.87],
  ],
  TRAINING_PROVIDER: [
    [0, -1.15],
    [1.1, 0.75],
    [-1.1, 0.75],
  ],
  ENTERPRISE: around(6, 1.05),
  NETWORK: star(8, 1.2, 0.86),
  STATE_BODY: [
    [-1.1, -0.75],
    [1.1, -0.75],
    [0, 1.15],
  ],
};

function around(count: number, radius: number): [number, number][] {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at * 2 * Math.PI) / count;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
}

function star(count: number, outer: number, inner: number): [number, number][] {
  return around(count * 2, 1).map(([x, y], at) => {
    const radius = at % 2 ? inner : outer;
    return [x * radius, y * radius];
  });
}

/** The shape as the path of an SVG, around the origin. */
export function shapePath(kind: string, radius: number): string {
  const corners = SHAPES[kind] ?? [];
  if (!corners.length)
    return `M${-radius} 0a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0${-radius * 2} 0z`;
  return `M${corners.map(([x, y]) => `${round(x * radius)} ${round(y * radius)}`).join("L")}z`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The colours of the page, in the theme it is in. */
export interface Palette {
  leaf: string;
  ink: string;
  second: string;
  rule: string;
  act: string;
  steps: string[];
  kinds: string[];
  font: string;
}

export function palette(element: Element): Palette {
  const style = getComputedStyle(element);
  const named = (name: string): string => style.getPropertyValue(name).trim();
  return {
    leaf: named("--leaf"),
    ink: named("--ink"),
    second: named("--ink-2"),
    rule: named("--rule-2"),
    act: named("--act"),
    steps: [1, 2, 3, 4].map((step) => named(`--q${step}`)),
    kinds: KINDS.map((_, at) => named(`--kind-${at + 1}`)),
    font: named("--font"),
  };
}

/** How much of what is counted a node has. */
export function amount(node: MapNode, of: Colour | Size): number {
  switch (of) {
    case "ties":
      return node.degree;
    case "partnerships":
      return node.ties.filter((tie) => tie.kind === "PARTNERSHIP").length;
    case "shared":
      return node.ties.filter((tie) => tie.kind === "SHARED_EXPERIENCE").length;
    case "provinces":
      return node.provinces.length;
    default:
      return 1;
  }
}

/** Where the four steps of a colour begin: at 1, and at the quarters of what is there. */
export function steps(values: readonly number[]): number[] {
  const some = values.filter((value) => value > 0).sort((one, other) => one - other);
  const most = some.at(-1) ?? 1;
  const begins = most <= 4 ? [1, 2, 3, 4] : [0, 0.25, 0.5, 0.75].map((part) => some[Math.floor(part * some.length)]!);
  return [...new Set(begins.filter((begin) => begin <= most))];
}

/** Which step a value is in, from 0; -1 for none. */
export function stepOf(value: number, begins: readonly number[]): number {
  return begins.filter((begin) => value >= begin).length - 1;
}

/** The radius of a node, whose area is what it has, beside the most that any has. */
export function radius(value: number, most: number): number {
  return 4.5 + 8.5 * Math.sqrt(value / Math.max(most, 1));
}
