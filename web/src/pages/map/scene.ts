// Draw the network with a pen: one of a canvas, or one that writes SVG. Both get the same strokes.
import { neighbours, type MapNode, type Network } from "./network";
import type { Palette } from "./looks";

export interface Stroke {
  colour: string;
  width: number;
  dash?: readonly number[];
  opacity?: number;
}

export interface Pen {
  /** Lines, four numbers each. */
  lines(ends: readonly number[], stroke: Stroke): void;
  shape(kind: string, x: number, y: number, radius: number, fill: string, stroke: Stroke): void;
  ring(x: number, y: number, radius: number, stroke: Stroke): void;
  label(text: string, x: number, y: number, size: number, colour: string, bold: boolean): void;
  width(text: string, size: number, bold: boolean): number;
}

/** Where the drawing is looked at: what is in the middle, and how near. */
export interface View {
  x: number;
  y: number;
  near: number;
}

export interface Scene {
  network: Network;
  places: Float32Array;
  view: View;
  width: number;
  height: number;
  palette: Palette;
  fill: (node: MapNode) => string;
  radius: (node: MapNode) => number;
  chosen?: MapNode;
  /** Where the keyboard or the mouse is. */
  cursor?: MapNode;
  /** How many names at most. */
  names: number;
  /** Whether it is being moved: then lines are drawn as they are drawn fastest. */
  moving?: boolean;
}

/** What both are in, rather than what they agreed on between them. */
export const MET = new Set(["SHARED_EXPERIENCE", "PROGRAM", "BOARD", "WORKING_GROUP", "APPRENTICESHIP"]);
const LONGEST = 30;
const STRETCHED = 1.5;
const SHIFTED = 5;

/** Where a node stands on the drawing. */
export function spot(scene: Pick<Scene, "places" | "view" | "width" | "height">, at: number): [number, number] {
  const { places, view, width, height } = scene;
  return [(places[at * 2]! - view.x) * view.near + width / 2, (places[at * 2 + 1]! - view.y) * view.near + height / 2];
}

/** Whether what was drawn for one view may stand for another while it is moved: most of that is in it, and about as near. */
export function isAround(drawn: View, view: View, width: number, height: number): boolean {
  const grown = view.near / drawn.near;
  const [right, down] = [Math.abs(view.x - drawn.x) * view.near, Math.abs(view.y - drawn.y) * view.near];
  return grown > 1 / STRETCHED && grown < STRETCHED && right < width / SHIFTED && down < height / SHIFTED;
}

/** How large shapes are: they grow more slowly than what is between them. */
export function scale(near: number): number {
  return Math.min(2.2, Math.max(0.42, Math.sqrt(near)));
}

export function draw(scene: Scene, pen: Pen): void {
  const near = new Set(scene.chosen ? neighbours(scene.chosen) : []);
  drawTies(scene, pen);
  drawNodes(scene, pen, near);
  drawNames(scene, pen, near);
}

function drawTies(scene: Scene, pen: Pen): void {
  const { network, palette, chosen, width, height } = scene;
  const agreed: number[] = [];
  const met: number[] = [];
  const hot: number[] = [];
  for (const tie of network.ties) {
    const line = chosen && (tie.from === chosen || tie.to === chosen) ? hot : MET.has(tie.kind) ? met : agreed;
    const [left, top] = spot(scene, tie.from.at);
    const [right, bottom] = spot(scene, tie.to.at);
    if (Math.max(left, right) < 0 || Math.min(left, right) > width) continue;
    if (Math.max(top, bottom) < 0 || Math.min(top, bottom) > height) continue;
    line.push(left, top, right, bottom);
  }
  const opacity = (chosen ? 0.3 : 0.6) * (network.ties.length > 1500 ? 0.6 : 1);
  // Dashes of thousands of lines take longer than all the rest.
  const dash = scene.moving ? undefined : [3, 3];
  pen.lines(met, { colour: palette.rule, width: 1, dash, opacity: scene.moving ? opacity / 2 : opacity });
  pen.lines(agreed, { colour: palette.rule, width: 1, opacity });
  pen.lines(hot, { colour: palette.act, width: 2 });
}

function drawNodes(scene: Scene, pen: Pen, near: ReadonlySet<MapNode>): void {
  const { network, palette, chosen, cursor, width, height } = scene;
  const grown = scale(scene.view.near);
  for (const node of network.nodes) {
    const [x, y] = spot(scene, node.at);
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    const radius = scene.radius(node) * grown;
    const fill = node === chosen ? palette.ink : near.has(node) ? palette.act : scene.fill(node);
    const line = node === chosen ? palette.ink : near.has(node) ? palette.act : palette.second;
    pen.shape(node.organization.kind, x, y, radius, fill, {
      colour: line,
      width: grown < 0.6 ? 0.8 : 1.4,
      dash: node.degree ? undefined : [2.5, 2.5],
    });
    if (node.bridges) pen.ring(x, y, radius + 4 * grown, { colour: palette.second, width: 1.1 });
    if (node === chosen) pen.ring(x, y, radius + 6, { colour: palette.ink, width: 1.5 });
    if (node === cursor) pen.ring(x, y, radius + 8, { colour: palette.act, width: 2 });
  }
}

/** Names where there is room, those of whom most is said first. */
function drawNames(scene: Scene, pen: Pen, near: ReadonlySet<MapNode>): void {
  const { network, chosen, cursor, palette, width, height } = scene;
  const grown = scale(scene.view.near);
  // The nodes themselves come in the order of their neighbours.
  const strongest = [cursor, chosen].filter((node) => node !== undefined);
  const first = [...new Set([...strongest, ...near, ...network.bridges, ...network.nodes])].slice(0, scene.names * 4);
  const taken: [number, number, number, number][] = [];
  for (const node of first) {
    const [x, middle] = spot(scene, node.at);
    const y = middle + scene.radius(node) * grown + 14;
    if (x < 0 || y < 0 || x > width || y > height + 8) continue;
    const strong = node === chosen || node === cursor;
    const size = strong ? 14 : 12.5;
    const name = node.name.length > LONGEST && !strong ? `${node.name.slice(0, LONGEST - 1)}…` : node.name;
    const half = pen.width(name, size, strong) / 2 + 4;
    const box: [number, number, number, number] = [x - half, y - 13, x + half, y + 5];
    if (!strong && taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1]))
      continue;
    taken.push(box);
    // A name at the edge is moved into the drawing, whole.
    const inside = Math.min(Math.max(x, half), width - half);
    pen.label(name, half * 2 > width ? x : inside, y, size, palette.ink, strong);
    if (taken.length >= scene.names) break;
  }
}

/** The view in which all is seen. */
export function wholeView(places: Float32Array, width: number, height: number): View {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]!);
    right = Math.max(right, places[at]!);
    top = Math.min(top, places[at + 1]!);
    bottom = Math.max(bottom, places[at + 1]!);
  }
  if (left > right) return { x: 0, y: 0, near: 1 };
  const near = Math.min((width - 80) / (right - left + 40), (height - 70) / (bottom - top + 40), 1.8);
  return { x: (left + right) / 2, y: (top + bottom) / 2, near: Math.max(near, 0.02) };
}

/** The node under a point, or the nearest within reach of a finger. */
export function under(scene: Scene, x: number, y: number, reach: number): MapNode | undefined {
  let best: MapNode | undefined;
  let least = Infinity;
  const grown = scale(scene.view.near);
  for (const node of scene.network.nodes) {
    const [left, top] = spot(scene, node.at);
    const far = Math.hypot(left - x, top - y) - scene.radius(node) * grown;
    if (far < reach && far < least) [best, least] = [node, far];
  }
  return best;
}

/** The nearest node in a direction, as the arrow keys ask for it: what lies aside counts as twice as far. */
export function towards(scene: Scene, from: MapNode, across: number, down: number): MapNode | undefined {
  const [x, y] = spot(scene, from.at);
  let best: MapNode | undefined;
  let least = Infinity;
  for (const node of scene.network.nodes) {
    const [left, top] = spot(scene, node.at);
    const ahead = (left - x) * across + (top - y) * down;
    const aside = Math.abs((left - x) * down) + Math.abs((top - y) * across);
    if (node === from || ahead <= 0 || aside > ahead * 2) continue;
    const far = ahead + aside * 2;
    if (far < least) [best, least] = [node, far];
  }
  return best;
}
