// The book of a partnership: each party's page, and what stands on it.
import type { CommitmentEntryFragment } from "./partnership.asked";

export type Entry = CommitmentEntryFragment;

const CLOSED = ["MET", "WAIVED", "REMOVED", "MISSED"];

/** How full the mark of an entry is. */
export function fill(entry: Pick<Entry, "status">): string {
  return entry.status === "MET" ? "SUCCESS" : entry.status === "IN_PROGRESS" ? "MIXED" : "FAILURE";
}

export function closed(entry: Pick<Entry, "status">): boolean {
  return CLOSED.includes(entry.status);
}

/** Whether its day has passed and it is not done. */
export function late(entry: Pick<Entry, "overdue" | "status" | "standing">): boolean {
  return entry.overdue || entry.status === "MISSED" || entry.standing === "LEFT_OPEN";
}

export interface Side {
  id: string;
  name: string;
  entries: Entry[];
  met: number;
  open: number;
  late: number;
}

/** The pages of the book, in the order of the parties; a party that owes nothing has none. */
export function sides(parties: readonly { id: string; name: string }[], entries: readonly Entry[]): Side[] {
  const known = new Map(parties.map((party) => [party.id, party]));
  for (const { owedBy } of entries) if (owedBy && !known.has(owedBy.id)) known.set(owedBy.id, owedBy);
  return [...known.values()]
    .map(({ id, name }) => {
      const own = entries.filter((entry) => entry.owedBy?.id === id && entry.status !== "REMOVED");
      return {
        id,
        name,
        entries: own,
        met: own.filter((entry) => entry.status === "MET").length,
        open: own.filter((entry) => !closed(entry) && !late(entry)).length,
        late: own.filter(late).length,
      };
    })
    .filter((side) => side.entries.length);
}
