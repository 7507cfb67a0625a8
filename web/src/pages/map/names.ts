import { list } from "@/language";
import type { MapNode } from "./network";

/** The provinces of an organization by name. */
export function provinceNames(node: MapNode, provinces: ReadonlyMap<string, string>): string {
  return list(node.provinces.map((id) => provinces.get(id) ?? ""));
}
