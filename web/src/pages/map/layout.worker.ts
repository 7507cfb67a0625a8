// Turn ties into places, off the page's own thread: a message with the ends of all ties in, places out, until they rest.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import type { Ends, Places } from "./layout";

const REST = 260;
const PATIENCE_MS = 70;

onmessage = ({ data }: MessageEvent<Ends>) => {
  const nodes = Array.from({ length: data.count }, (_, at) => ({
    x: data.begin ? data.begin[at * 2]! : undefined,
    y: data.begin ? data.begin[at * 2 + 1]! : undefined,
  }));
  const links = Array.from({ length: data.ends.length / 2 }, (_, at) => ({
    source: data.ends[at * 2]!,
    target: data.ends[at * 2 + 1]!,
  }));
  const simulation = forceSimulation(nodes)
    .force("tie", forceLink(links).distance(64).strength(tied(links, data.count)).iterations(1))
    .force("apart", forceManyBody().strength(-260).theta(1.1).distanceMax(700))
    .force("room", forceCollide(21).iterations(1))
    .force("across", forceX(0).strength(0.035))
    .force("down", forceY(0).strength(0.085))
    .alphaDecay(1 - Math.pow(0.001, 1 / REST))
    .stop();
  let told = performance.now();
  for (let tick = 1; tick <= REST; tick++) {
    simulation.tick();
    if (tick === REST || performance.now() - told > PATIENCE_MS) {
      tell(nodes, tick === REST);
      told = performance.now();
    }
  }
};

/** Ties of who has many pull less: a hub would else draw all its neighbours into one heap. */
function tied(links: { source: number; target: number }[], count: number): (_: unknown, at: number) => number {
  const degree = new Uint16Array(count);
  const ends = links.map(({ source, target }) => [source, target] as const);
  for (const [source, target] of ends) {
    degree[source]!++;
    degree[target]!++;
  }
  return (_, at) => 0.9 / Math.min(degree[ends[at]![0]]!, degree[ends[at]![1]]!);
}

function tell(nodes: { x?: number; y?: number }[], rested: boolean): void {
  const places = new Float32Array(nodes.length * 2);
  nodes.forEach((node, at) => {
    places[at * 2] = node.x!;
    places[at * 2 + 1] = node.y!;
  });
  postMessage({ places, rested } satisfies Places, { transfer: [places.buffer] });
}
