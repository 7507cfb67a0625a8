// Records of any kind by their name, and where they are read: their own page, or that of what they stand within.
import type { RouteLocationRaw } from "vue-router";
import { pageOf } from "@/addresses";

interface Told {
  __typename: string;
  id?: string;
  told?: string;
}

/** What the fragment Named tells of a record. */
export type NamedRecord = Told & { within?: Told | null };

export function nameOf(record: object | null | undefined): string {
  const named = record as NamedRecord | null | undefined;
  return named?.told ?? named?.within?.told ?? "";
}

export function placeOf(record: object | null | undefined): RouteLocationRaw | null {
  const named = record as NamedRecord | null | undefined;
  if (!named) return null;
  return pageOf(named) ?? (named.within ? pageOf(named.within) : null);
}
