// Records of any kind by their name, and where they are read: their own page, or that of what they stand within.
import type { RouteLocationRaw } from "vue-router";
import { pageOf } from "@/addresses";

interface Told {
  __typename: string;
  id?: string;
  told?: string;
}

/** What the fragment Named tells of a record. */
export type NamedRecord = Told & { within?: Told | null; offered?: Told | null };

function around(record: NamedRecord): Told | null | undefined {
  return record.within ?? record.offered;
}

export function nameOf(record: object | null | undefined): string {
  const named = record as NamedRecord | null | undefined;
  return named?.told ?? (named && around(named)?.told) ?? "";
}

export function placeOf(record: object | null | undefined): RouteLocationRaw | null {
  const named = record as NamedRecord | null | undefined;
  if (!named) return null;
  const other = around(named);
  return pageOf(named) ?? (other ? pageOf(other) : null);
}
