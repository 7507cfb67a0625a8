// What the hub tells of the map, turned into a graph: who is whose neighbour, who stands alone, who is a bridge.
import type { MapDrawnQuery } from "./map.asked";

type Told = MapDrawnQuery["networkMap"];
export type Organization = Told["nodes"][number]["organization"];

/** A region as the map tells it: itself, and what it lies in. */
interface Place {
  id: string;
  partOf: { id: string } | null;
}

export interface MapTie {
  kind: string;
  since: string | null;
  until: string | null;
  from: MapNode;
  to: MapNode;
}

export interface MapNode {
  id: string;
  name: string;
  /** Its place in the list of nodes, and in the arrays of positions. */
  at: number;
  degree: number;
  organization: Organization;
  ties: MapTie[];
  /** The provinces it sits or works in. */
  provinces: string[];
  /** How many organizations lose their way to the rest without it; none where it is no bridge. */
  bridges: number;
}

export interface Network {
  nodes: MapNode[];
  ties: MapTie[];
  isolated: MapNode[];
  bridges: MapNode[];
  of: Map<string, MapNode>;
}

/** The graph of an answer; a tie whose end was left out is left out too. `provinces` are those that are known. */
export function networkOf(told: Told, provinces: ReadonlySet<string>): Network {
  const nodes = told.nodes.map(({ degree, organization }, at): MapNode => ({
    id: organization.id,
    name: organization.name,
    at,
    degree,
    organization,
    ties: [],
    provinces: provincesOf(organization, provinces),
    bridges: 0,
  }));
  const of = new Map(nodes.map((node) => [node.id, node]));
  const ties: MapTie[] = [];
  for (const { kind, since, until, source, target } of told.ties) {
    const from = of.get(source.id);
    const to = of.get(target.id);
    if (!from || !to) continue;
    const tie = { kind, since, until, from, to };
    ties.push(tie);
    from.ties.push(tie);
    if (to !== from) to.ties.push(tie);
  }
  findBridges(nodes);
  return {
    nodes,
    ties,
    of,
    isolated: nodes.filter((node) => node.degree === 0),
    bridges: nodes.filter((node) => node.bridges > 0).sort((one, other) => other.bridges - one.bridges),
  };
}

/** Whom a node is tied to, each once. */
export function neighbours(node: MapNode): MapNode[] {
  return [...new Set(node.ties.map((tie) => other(tie, node)))].filter((one) => one !== node);
}

export function other(tie: MapTie, node: MapNode): MapNode {
  return tie.from === node ? tie.to : tie.from;
}

/** The provinces an organization sits or works in, out of those that are known. */
export function provincesOf(
  organization: { location: Place | null; regions: readonly Place[] },
  known: ReadonlySet<string>,
): string[] {
  const places = organization.location ? [organization.location, ...organization.regions] : organization.regions;
  const found = places.map((place) => (known.has(place.id) ? place.id : place.partOf?.id));
  return [...new Set(found.filter((id): id is string => !!id && known.has(id)))];
}

/**
 * Marks the bridges: a node without which its part of the network falls apart. Tarjan's cut vertices, without
 * recursion, since a network may be one long chain. What is cut off is all but the largest piece that is left.
 */
function findBridges(nodes: MapNode[]): void {
  const around = nodes.map((node) => neighbours(node).map((one) => one.at));
  const found = new Int32Array(nodes.length).fill(-1);
  const low = new Int32Array(nodes.length);
  const size = new Int32Array(nodes.length).fill(1);
  const cut = nodes.map((): number[] => []);
  let clock = 0;
  for (const root of nodes) {
    if (found[root.at] !== -1) continue;
    const begun = clock;
    const path: { at: number; from: number; next: number }[] = [{ at: root.at, from: -1, next: 0 }];
    const part: number[] = [];
    while (path.length) {
      const step = path[path.length - 1]!;
      if (step.next === 0) {
        found[step.at] = low[step.at] = clock++;
        part.push(step.at);
      }
      const to = around[step.at]![step.next++];
      if (to === undefined) {
        path.pop();
        if (step.from === -1) continue;
        size[step.from]! += size[step.at]!;
        low[step.from] = Math.min(low[step.from]!, low[step.at]!);
        if (low[step.at]! >= found[step.from]!) cut[step.from]!.push(size[step.at]!);
      } else if (found[to] === -1) {
        path.push({ at: to, from: step.at, next: 0 });
      } else if (to !== step.from) {
        low[step.at] = Math.min(low[step.at]!, found[to]!);
      }
    }
    const whole = clock - begun;
    for (const at of part) {
      const pieces = [...cut[at]!];
      const rest = whole - 1 - pieces.reduce((sum, one) => sum + one, 0);
      if (rest > 0) pieces.push(rest);
      if (pieces.length > 1) nodes[at]!.bridges = whole - 1 - Math.max(...pieces);
    }
  }
}
