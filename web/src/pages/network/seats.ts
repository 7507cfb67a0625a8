// What may be done with the boards of a network, their seats, and its members.
import { t } from "@/language";
import { by, mine } from "@/me";
import { choice, line, move, must, onDay, one, prose, type Moves } from "@/parts/together/moving";
import { runs, type Network } from "./doing";
import {
  AcceptInvitation,
  AcceptSeat,
  DeclineInvitation,
  DeclineSeat,
  EditBoard,
  EndBoard,
  EndMembership,
  EndSeat,
  ProposeSeat,
  WithdrawInvitation,
  WithdrawSeat,
} from "./moves.asked";

type Board = Network["boards"]["nodes"][number];
type Seat = Board["seats"]["nodes"][number];
type Membership = Network["memberships"]["nodes"][number];

export function movesOfBoard(board: Board, network: Network): Moves {
  if (board.status !== "SITTING") return [];
  const running = runs(network);
  const { id, version } = board;
  return [
    by(running, () =>
      move(
        id,
        ProposeSeat,
        t("propose-seat"),
        ({ organizationId, office, selection, since, until }) => ({
          input: { boardId: id, organizationId, office, selection, since, until },
        }),
        {
          fields: {
            organizationId: must(one(t("organization"), { types: ["ORGANIZATION"] })),
            office: must(line(t("office-of"))),
            selection: must(choice<"ELECTED" | "APPOINTED">("SeatSelection", t("selection"))),
            since: onDay(t("network-since"), { hint: t("network-today") }),
            until: onDay(t("network-until")),
          },
        },
      ),
    ),
    by(running, () =>
      move(
        id,
        EditBoard,
        t("edit-board"),
        ({ since, until, note }) => ({
          input: { id, version, since: since ?? null, until: until ?? null, note: note ?? null },
        }),
        {
          fields: {
            since: onDay(t("network-since"), { first: board.since }),
            until: onDay(t("network-until"), { first: board.until }),
            note: prose(t("step-note"), { first: board.note }),
          },
        },
      ),
    ),
    by(running, () =>
      move(id, EndBoard, t("end-board"), ({ until }) => ({ input: { id, version, until } }), {
        sure: t("end-board-sure"),
        fields: { until: onDay(t("network-until"), { hint: t("network-today") }) },
      }),
    ),
  ];
}

export function movesOfSeat(seat: Seat, network: Network): Moves {
  const { id, version, status } = seat;
  const given = { id, version };
  const own = mine(seat.organization);
  const running = runs(network);
  const asked = status === "PROPOSED" || status === "DECLINED";
  return [
    asked && by(own, () => move(id, AcceptSeat, t("accept-seat"), () => ({ input: given }), { primary: true })),
    status === "PROPOSED" &&
      by(own, () =>
        move(id, DeclineSeat, t("decline-seat"), ({ reason }) => ({ input: { ...given, reason: reason || undefined } }), {
          reason: t("network-why"),
          optional: true,
        }),
      ),
    asked &&
      by(running, () =>
        move(id, WithdrawSeat, t("take-back-seat"), () => ({ input: given }), { sure: t("take-back-seat-sure") }),
      ),
    status === "CONFIRMED" &&
      by(own || running, () =>
        move(
          id,
          EndSeat,
          own ? t("leave-board") : t("end-board-seat"),
          ({ reason }) => ({ input: { ...given, reason } }),
          { reason: t("network-why"), quiet: true },
        ),
      ),
  ];
}

export function movesOfMembership(membership: Membership, network: Network): Moves {
  const { id, version, status } = membership;
  const given = { id, version };
  const own = mine(membership.organization);
  const running = runs(network);
  const asked = status === "INVITED" || status === "DECLINED";
  return [
    asked &&
      by(own, () => move(id, AcceptInvitation, t("accept-invitation"), () => ({ input: given }), { primary: true })),
    status === "INVITED" &&
      by(own, () =>
        move(
          id,
          DeclineInvitation,
          t("decline-invitation"),
          ({ reason }) => ({ input: { ...given, reason: reason || undefined } }),
          { reason: t("network-why"), optional: true },
        ),
      ),
    asked &&
      by(running, () =>
        move(id, WithdrawInvitation, t("withdraw-invitation"), () => ({ input: given }), {
          sure: t("withdraw-invitation-sure"),
        }),
      ),
    status === "ACTIVE" &&
      by(own || running, () =>
        move(
          id,
          EndMembership,
          own ? t("leave-network") : t("end-membership"),
          ({ reason }) => ({ input: { ...given, reason } }),
          { reason: t("network-why"), quiet: true },
        ),
      ),
  ];
}
