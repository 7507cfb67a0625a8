// Why somebody who has signed in cannot write something here.
import { administers, me } from "@/me";
import { viewer } from "@/viewer";

/** They only read for their organization, act for none, or it is another's. */
export type Barred = "reads" | "alone" | "other";

/** `may`: whether it is theirs to write, or an administrator's; undefined where whoever acts for an organization may. */
export function barred(may?: boolean): Barred | undefined {
  if (!viewer.value) return undefined;
  if (!viewer.value.scopes.includes("PUBLISH")) return me.value ? "reads" : "alone";
  if (may === undefined) return me.value ? undefined : "alone";
  return may || administers.value ? undefined : "other";
}
