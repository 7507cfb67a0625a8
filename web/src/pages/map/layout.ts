// Where each organization stands on the drawing: worked out in a worker, told while it comes to rest.
import type { Network } from "./network";

/** What the worker is told: how many nodes, which of them are tied, where they stood before. */
export interface Ends {
  count: number;
  ends: Uint16Array;
  begin?: Float32Array;
}

/** What it tells: x and y of each, and whether they rest. */
export interface Places {
  places: Float32Array;
  rested: boolean;
}

/** How far the organizations without a tie stand from each other, in rows below the others: a name fits. */
const ROOM = 120;

/**
 * Works out the places of a network's nodes; calls `told` with them again and again, at last with `rested`.
 * What is returned ends the work. Those without a tie are no part of it: they stand in rows below.
 */
export function layOut(network: Network, told: (places: Float32Array, rested: boolean) => void): () => void {
  const tied = network.nodes.filter((node) => node.degree > 0);
  const place = new Map(tied.map((node, at) => [node, at]));
  const pairs = new Set<number>();
  for (const { from, to } of network.ties) {
    const [one, other] = [place.get(from), place.get(to)];
    if (one === undefined || other === undefined || one === other) continue;
    pairs.add(Math.min(one, other) * tied.length + Math.max(one, other));
  }
  const ends = new Uint16Array([...pairs].flatMap((pair) => [Math.floor(pair / tied.length), pair % tied.length]));

  const whole = (told_: Float32Array): Float32Array => {
    const places = new Float32Array(network.nodes.length * 2);
    tied.forEach((node, at) => {
      places[node.at * 2] = told_[at * 2]!;
      places[node.at * 2 + 1] = told_[at * 2 + 1]!;
    });
    inRows(network, told_, places);
    return places;
  };
  if (!tied.length) {
    told(whole(new Float32Array(0)), true);
    return () => undefined;
  }
  const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Places>) => {
    told(whole(data.places), data.rested);
    if (data.rested) worker.terminate();
  };
  worker.postMessage({ count: tied.length, ends } satisfies Ends, [ends.buffer]);
  return () => worker.terminate();
}

function inRows(network: Network, tied: Float32Array, places: Float32Array): void {
  const lowest = tied.reduce((most, y, at) => (at % 2 ? Math.max(most, y) : most), 0);
  const width = tied.reduce((most, x, at) => (at % 2 ? most : Math.max(most, Math.abs(x))), 3 * ROOM);
  const most = Math.max(4, Math.floor((width * 2) / ROOM) + 1);
  const rows = Math.ceil(network.isolated.length / most);
  const across = Math.ceil(network.isolated.length / Math.max(rows, 1));
  network.isolated.forEach((node, at) => {
    const row = Math.floor(at / across);
    const inRow = Math.min(across, network.isolated.length - row * across);
    places[node.at * 2] = ((at % across) - (inRow - 1) / 2) * ROOM;
    places[node.at * 2 + 1] = lowest + 80 + row * 50;
  });
}
