// Who may read what a working group writes: not the partners of each of its members.
import { t, word } from "@/language";

export type Seen = "PUBLIC" | "MEMBERS" | "ORGANIZATION";
export const SEEN: readonly Seen[] = ["PUBLIC", "MEMBERS", "ORGANIZATION"];

/** What it is called: what is for an organization alone elsewhere is for the group here. */
export function seenBy(value: string): string {
  return value === "ORGANIZATION" ? t("group-alone") : word("Visibility", value);
}
