import type { SearchQuery } from "./search.asked";

export type Found = SearchQuery["search"]["hits"][number];

interface Part {
  text: string;
  found: boolean;
}

/** A text in parts: those that were looked for, and those between. Places are counted in characters, as the hub
 * counts them. */
export function marked({ text, ranges }: Pick<Found["highlights"][number], "text" | "ranges">): Part[] {
  const letters = [...text];
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push({ text: letters.slice(at, start).join(""), found: false });
    parts.push({ text: letters.slice(start, end).join(""), found: true });
    at = end;
  }
  parts.push({ text: letters.slice(at).join(""), found: false });
  return parts.filter((part) => part.text);
}
