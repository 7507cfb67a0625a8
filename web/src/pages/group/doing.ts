// What may be done in a working group, by whoever runs it, sits in it, or is asked.
import { ascii } from "@/digits";
import { t } from "@/language";
import { me, mine } from "@/parts/together/me";
import { choice, count, line, lines, move, must, onDay, one, prose, url, type Move } from "@/parts/together/moving";
import type { ActionLineFragment, DecisionLineFragment, GroupPageQuery } from "./group.asked";
import type { MeetingPageQuery } from "./meeting.asked";
import {
  AcceptAction,
  AddAction,
  ApproveDecision,
  ApproveWorkingGroup,
  AskForGroupSeat,
  CancelMeeting,
  CompleteAction,
  ConfirmGroupSeat,
  DeclineAction,
  DenyAttendance,
  DropAction,
  EndGroupSeat,
  EndWorkingGroup,
  HoldMeeting,
  PlanMeeting,
  ProposeDecision,
  RecordMinutes,
  RefuseGroupSeat,
  RejectDecision,
  ReopenAction,
  WithdrawDecision,
  WithdrawGroupSeat,
  WithdrawWorkingGroup,
} from "./moves.asked";

export type Group = NonNullable<GroupPageQuery["workingGroup"]>;
type Meeting = NonNullable<MeetingPageQuery["meeting"]>;
type Moves = readonly (Move | false)[];
type Visibility = "PUBLIC" | "MEMBERS" | "PARTNERS" | "ORGANIZATION";

/** Who runs a group: its chair and secretary, and whose it is. */
export interface Running {
  id: string;
  title: string;
  members: { edges: readonly { role: string; node: { id: string; name: string } }[] };
  body:
    | { __typename: "Partnership"; parties: { nodes: readonly { id: string }[] } }
    | { __typename: "Network"; secretariat: { id: string } | null }
    | null;
}

export function isBody(group: Running): boolean {
  if (group.body?.__typename === "Network") return mine(group.body.secretariat);
  return !!group.body?.parties.nodes.some(mine);
}
export function runs(group: Running): boolean {
  return isBody(group) || group.members.edges.some(({ role, node }) => role !== "MEMBER" && mine(node));
}
function sits(group: Running): boolean {
  return runs(group) || group.members.edges.some(({ node }) => mine(node));
}

const seenBy = () =>
  must(choice<Visibility>("Visibility", t("group-seen-by"), ["PUBLIC", "MEMBERS", "PARTNERS", "ORGANIZATION"], { first: "MEMBERS" }));

export function movesOf(group: Group): Moves {
  const { id, version, status } = group;
  const given = { id, version };
  const running = runs(group);
  if (status === "PROPOSED") {
    const may = isBody(group) && (group.body?.__typename === "Network" || !mine(group.proposedBy));
    return [
      may && move(id, ApproveWorkingGroup, t("approve-group"), () => ({ input: given }), { primary: true }),
      isBody(group) &&
        move(id, WithdrawWorkingGroup, t("withdraw-group"), () => ({ input: given }), { sure: t("withdraw-group-sure") }),
    ];
  }
  if (status !== "ACTIVE") return [];
  return [
    running &&
      move(
        id,
        PlanMeeting,
        t("plan-meeting"),
        ({ title, day, startTime, place, onlineUrl, agenda, visibility }) => ({
          input: {
            groupId: id,
            title,
            day,
            startTime: startTime && ascii(startTime),
            place,
            onlineUrl,
            agenda: agenda?.map((one) => ({ title: one })),
            visibility,
          },
        }),
        {
          fields: {
            title: must(line(t("meeting-title"))),
            day: must(onDay(t("meeting-day"))),
            startTime: line(t("meeting-time"), { hint: t("meeting-time-what") }),
            place: line(t("meeting-place")),
            onlineUrl: url(t("online")),
            agenda: lines(t("agenda")),
            visibility: seenBy(),
          },
        },
      ),
    sits(group) && proposing(id),
    running && adding(group),
    running &&
      move(
        id,
        AskForGroupSeat,
        t("ask-for-seat"),
        ({ organizationId, role, since }) => ({ input: { groupId: id, organizationId, role, since } }),
        {
          fields: {
            organizationId: must(one(t("organization"), { types: ["ORGANIZATION"] })),
            role: must(choice<"CHAIR" | "SECRETARY" | "MEMBER">("SeatRole", t("seat-role"), undefined, { first: "MEMBER" })),
            since: onDay(t("seat-since"), { hint: t("group-today") }),
          },
        },
      ),
    running &&
      move(id, EndWorkingGroup, t("end-group"), ({ reason }) => ({ input: { ...given, endReason: reason } }), {
        reason: t("end-group-why"),
      }),
  ];
}

function proposing(groupId: string, meetingId?: string): Move {
  return move(
    meetingId ?? groupId,
    ProposeDecision,
    t("propose-decision"),
    ({ title, text, visibility }) => ({ input: { groupId, meetingId, title, text, visibility } }),
    { fields: { title: must(line(t("decision-title"))), text: prose(t("decision-text")), visibility: seenBy() } },
  );
}

/** Give somebody something to do, of itself or by a decision. */
export function adding(group: Running, of: { decisionId?: string; meetingId?: string } = {}): Move {
  const members = group.members.edges.map(({ node }) => node);
  return move(
    of.decisionId ?? of.meetingId ?? group.id,
    AddAction,
    of.decisionId ? t("action-of-decision") : t("add-action"),
    ({ title, description, dueOn, ownerId, visibility }) => ({
      input: { groupId: group.id, title, description, dueOn, ownerId, visibility, ...of },
    }),
    {
      fields: {
        title: must(line(t("action-title"))),
        ownerId: must(one(t("action-owner"), members.length ? { among: members } : { types: ["ORGANIZATION"] })),
        dueOn: onDay(t("action-due")),
        description: prose(t("action-description")),
        visibility: seenBy(),
      },
    },
  );
}

export function movesOfSeat(seat: Group["seats"]["nodes"][number], group: Running): Moves {
  const { id, version, status } = seat;
  const given = { id, version };
  const own = mine(seat.organization);
  const because = { reason: t("seat-why"), optional: true };
  return [
    own &&
      (status === "ASKED" || status === "REFUSED") &&
      move(id, ConfirmGroupSeat, t("take-seat"), () => ({ input: given }), { primary: true }),
    own &&
      status === "ASKED" &&
      move(id, RefuseGroupSeat, t("refuse-seat"), ({ reason }) => ({ input: { ...given, reason: reason || undefined } }), because),
    !own &&
      runs(group) &&
      (status === "ASKED" || status === "REFUSED") &&
      move(id, WithdrawGroupSeat, t("withdraw-seat"), () => ({ input: given }), { sure: t("withdraw-seat-sure") }),
    status === "CONFIRMED" &&
      (own || runs(group)) &&
      move(
        id,
        EndGroupSeat,
        own ? t("leave-seat") : t("end-seat"),
        ({ reason }) => ({ input: { ...given, reason: reason || undefined } }),
        { reason: t("seat-why"), optional: own },
      ),
  ];
}

export function movesOfDecision(decision: DecisionLineFragment, group: Running): Moves {
  const { id, version, status } = decision;
  const given = { id, version };
  const running = runs(group);
  const votes = {
    votesFor: count(t("votes-for")),
    votesAgainst: count(t("votes-against")),
    votesAbstained: count(t("votes-abstained")),
    decidedOn: onDay(t("decided-day"), { hint: t("group-today") }),
  };
  // What a party of a partnership proposes, another says yes to.
  const another = group.body?.__typename !== "Partnership" || !mine(decision.proposedBy);
  return [
    status === "PROPOSED" &&
      running &&
      another &&
      move(id, ApproveDecision, t("approve-decision"), ({ reason, ...said }) => ({ input: { ...given, ...said } }), {
        fields: votes,
        primary: true,
      }),
    status === "PROPOSED" &&
      running &&
      move(id, RejectDecision, t("reject-decision"), ({ reason, ...said }) => ({ input: { ...given, ...said } }), {
        fields: votes,
      }),
    status === "PROPOSED" &&
      (running || mine(decision.proposedBy)) &&
      move(id, WithdrawDecision, t("withdraw-decision"), () => ({ input: given }), { sure: t("withdraw-decision-sure") }),
    status === "APPROVED" && running && adding(group, { decisionId: id, meetingId: decision.meeting?.id }),
  ];
}

export function movesOfAction(action: ActionLineFragment, group: Running): Moves {
  const { id, version, status } = action;
  const given = { id, version };
  const own = mine(action.owner);
  const open = status === "ASSIGNED" || status === "DECLINED" || status === "OPEN";
  return [
    own &&
      (status === "ASSIGNED" || status === "DECLINED") &&
      move(id, AcceptAction, t("accept-action"), () => ({ input: given }), { primary: true }),
    own &&
      status === "ASSIGNED" &&
      move(id, DeclineAction, t("decline-action"), ({ reason }) => ({ input: { ...given, reason } }), {
        reason: t("action-why"),
      }),
    own &&
      status === "OPEN" &&
      move(
        id,
        CompleteAction,
        t("complete-action"),
        ({ doneOn, evidence, evidenceUrl }) => ({ input: { ...given, doneOn, evidence, evidenceUrl } }),
        {
          primary: true,
          fields: {
            evidence: prose(t("what-shows-it"), { hint: t("evidence-needed") }),
            evidenceUrl: url(t("evidence-address")),
            doneOn: onDay(t("done-day"), { hint: t("group-today") }),
          },
        },
      ),
    open &&
      (own || runs(group)) &&
      move(id, DropAction, t("drop-action"), ({ reason }) => ({ input: { ...given, reason } }), { reason: t("action-why") }),
    own &&
      (status === "DONE" || status === "DROPPED") &&
      move(id, ReopenAction, t("reopen-action"), () => ({ input: given }), { sure: t("reopen-action-sure") }),
  ];
}

export function movesOfMeeting(meeting: Meeting): Moves {
  const { id, version, status, group } = meeting;
  const given = { id, version };
  const running = !!group && runs(group);
  const told = { minutes: prose(t("minutes")), minutesUrl: url(t("minutes-link")) };
  const there = meeting.attendance.edges.some(({ node }) => node.id === me.value);
  return [
    running &&
      status === "PLANNED" &&
      move(
        id,
        HoldMeeting,
        t("hold-meeting"),
        ({ minutes, minutesUrl }) => ({
          input: {
            ...given,
            minutes,
            minutesUrl,
            attendance: group.members.edges.map(({ node }) => ({ organizationId: node.id })),
          },
        }),
        { fields: told, primary: true, sure: t("hold-meeting-what") },
      ),
    running &&
      status === "HELD" &&
      move(
        id,
        RecordMinutes,
        t("record-minutes"),
        ({ minutes, minutesUrl }) => ({ input: { ...given, minutes, minutesUrl } }),
        {
          fields: {
            minutes: prose(t("minutes"), { first: meeting.minutes }),
            minutesUrl: url(t("minutes-link"), { first: meeting.minutesUrl }),
          },
        },
      ),
    running && status !== "CANCELLED" && proposing(group.id, id),
    running &&
      status !== "CANCELLED" &&
      move(id, CancelMeeting, t("cancel-meeting"), ({ reason }) => ({ input: { ...given, cancelReason: reason } }), {
        reason: t("cancel-meeting-why"),
      }),
    there && move(id, DenyAttendance, t("was-not-there-we"), () => ({ input: given }), { sure: t("deny-sure") }),
  ];
}
