// What the records are called that a group's decisions and actions lead to.
import { day, t, word } from "@/language";
import type { Picked } from "@/parts/form/picking";

export function titled({ id, title }: { id: string; title: string }): Picked {
  return { id, name: title };
}

/** A board by what it is there for, and since when: a network has had several of a kind. */
export function boardNamed({ id, kind, since }: { id: string; kind: string; since: string | null }): Picked {
  const name = word("BoardKind", kind);
  return { id, name: since ? t("board-since", { name, day: day(since) }) : name };
}

/** A seat by who has it, as what. */
export function seatNamed(seat: { id: string; office: string | null; organization: { name: string } | null }): Picked {
  const name = seat.organization?.name ?? t("unnamed");
  return { id: seat.id, name: seat.office ? t("seat-as", { name, office: seat.office }) : name };
}
