// Who may read what a working group writes: not the partners of each of its members.
export type Seen = "PUBLIC" | "MEMBERS" | "ORGANIZATION";
export const SEEN: readonly Seen[] = ["PUBLIC", "MEMBERS", "ORGANIZATION"];
