// What may be done with a working group, its seats and its meetings, by whoever runs it, sits in it, or is asked.
import { t } from "@/language";
import { by, me, mine } from "@/me";
import { choice, leading, move, must, onDay, one, type Moves } from "@/parts/together/moving";
import { adding, proposing } from "./deciding";
import type { GroupPageQuery } from "./group.asked";
import type { MeetingPageQuery } from "./meeting.asked";
import {
  ApproveWorkingGroup,
  AskForGroupSeat,
  CancelMeeting,
  ConfirmGroupSeat,
  DenyAttendance,
  EditGroupSeat,
  EndGroupSeat,
  EndWorkingGroup,
  RefuseGroupSeat,
  WithdrawGroupSeat,
  WithdrawWorkingGroup,
} from "./moves.asked";
import { isBody, runs, sits, type Running } from "./running";

export type Group = NonNullable<GroupPageQuery["workingGroup"]>;
type Meeting = NonNullable<MeetingPageQuery["meeting"]>;
type Role = "CHAIR" | "SECRETARY" | "MEMBER";

export function movesOf(group: Group): Moves {
  const { id, version, status } = group;
  const given = { id, version };
  const running = runs(group);
  const joint = group.body?.__typename === "Partnership";
  const editing = () => leading(t("edit-group"), "groupEdit", { id });
  if (status === "PROPOSED") {
    const may = isBody(group) && (!joint || !mine(group.proposedBy));
    return [
      by(may, () => move(id, ApproveWorkingGroup, t("approve-group"), () => ({ input: given }), { primary: true })),
      by(running, editing),
      by(isBody(group), () =>
        move(id, WithdrawWorkingGroup, t("withdraw-group"), () => ({ input: given }), { sure: t("withdraw-group-sure") }),
      ),
    ];
  }
  if (status !== "ACTIVE") return [];
  return [
    by(running, () => leading(t("plan-meeting"), "meetingNew", { group: id })),
    by(sits(group), () => proposing(group)),
    by(running, () => adding(group)),
    by(running, () => asking(group)),
    // What parties have agreed on, only administrators mend.
    by(running && !joint, editing),
    by(running, () =>
      move(id, EndWorkingGroup, t("end-group"), ({ reason }) => ({ input: { ...given, endReason: reason } }), {
        reason: t("end-group-why"),
      }),
    ),
  ];
}

function asking({ id }: Group) {
  return move(
    id,
    AskForGroupSeat,
    t("ask-for-seat"),
    ({ organizationId, role, since }) => ({ input: { groupId: id, organizationId, role, since } }),
    {
      fields: {
        organizationId: must(one(t("organization"), { types: ["ORGANIZATION"] })),
        role: must(choice<Role>("SeatRole", t("seat-role"), undefined, { first: "MEMBER" })),
        since: onDay(t("seat-since"), { hint: t("group-today") }),
      },
    },
  );
}

export function movesOfSeat(seat: Group["seats"]["nodes"][number], group: Running): Moves {
  const { id, version, status } = seat;
  const given = { id, version };
  const own = mine(seat.organization);
  const running = runs(group);
  const asked = status === "ASKED" || status === "REFUSED";
  const because = { reason: t("seat-why"), optional: true };
  return [
    own && asked && move(id, ConfirmGroupSeat, t("take-seat"), () => ({ input: given }), { primary: true }),
    own &&
      status === "ASKED" &&
      move(id, RefuseGroupSeat, t("refuse-seat"), ({ reason }) => ({ input: { ...given, reason: reason || undefined } }), because),
    status === "ASKED" &&
      by(running, () =>
        move(
          id,
          EditGroupSeat,
          t("edit-seat"),
          ({ role, since, until }) => ({ input: { ...given, role, since: since ?? null, until: until ?? null } }),
          {
            fields: {
              role: must(choice<Role>("SeatRole", t("seat-role"), undefined, { first: seat.role })),
              since: onDay(t("seat-since"), { first: seat.since }),
              until: onDay(t("group-until"), { first: seat.until }),
            },
          },
        ),
      ),
    !own &&
      asked &&
      by(running, () =>
        move(id, WithdrawGroupSeat, t("withdraw-seat"), () => ({ input: given }), { sure: t("withdraw-seat-sure") }),
      ),
    status === "CONFIRMED" &&
      by(own || running, () =>
        move(
          id,
          EndGroupSeat,
          own ? t("leave-seat") : t("end-seat"),
          ({ reason }) => ({ input: { ...given, reason: reason || undefined } }),
          { reason: t("seat-why"), optional: own, quiet: true },
        ),
      ),
  ];
}

export function movesOfMeeting(meeting: Meeting): Moves {
  const { id, version, status, group } = meeting;
  const given = { id, version };
  const running = !!group && runs(group);
  const there = meeting.attendance.edges.some(({ node }) => node.id === me.value);
  const stands = status !== "CANCELLED";
  return [
    status === "PLANNED" && by(running, () => leading(t("hold-meeting"), "minutes", { id }, { primary: true })),
    status === "HELD" && by(running, () => leading(t("record-minutes"), "minutes", { id })),
    stands && !!group && by(sits(group), () => proposing(group, id)),
    status === "HELD" && !!group && by(running, () => adding(group, { meetingId: id })),
    stands && by(running, () => leading(t("edit-meeting"), "meetingEdit", { id })),
    stands &&
      by(running, () =>
        move(id, CancelMeeting, t("cancel-meeting"), ({ reason }) => ({ input: { ...given, cancelReason: reason } }), {
          reason: t("cancel-meeting-why"),
        }),
      ),
    there && move(id, DenyAttendance, t("was-not-there-we"), () => ({ input: given }), { sure: t("deny-sure") }),
  ];
}
