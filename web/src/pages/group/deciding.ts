// What may be done with the decisions and actions of a working group.
import { t } from "@/language";
import { by, mine } from "@/me";
import { choice, count, line, move, must, onDay, one, prose, url, type Move, type Moves } from "@/parts/together/moving";
import type { ActionLineFragment, DecisionLineFragment } from "./group.asked";
import {
  AcceptAction,
  AddAction,
  ApproveDecision,
  CompleteAction,
  DeclineAction,
  DropAction,
  EditAction,
  EditDecision,
  ProposeDecision,
  RejectDecision,
  ReopenAction,
  WithdrawDecision,
} from "./moves.asked";
import { linkingAction, linkingDecision } from "./linking";
import { isBody, runs, type Running } from "./running";
import { SEEN, seenBy as called, type Seen } from "./seen";

/** A group with the decisions that another may take the place of, where they are read. */
interface Deciding extends Running {
  decisions?: { nodes: readonly { id: string; title: string; status: string }[] };
}

const seenBy = (first: string = "MEMBERS") => must(choice<Seen>("Visibility", t("group-seen-by"), SEEN, { first, words: called }));

/** What a decision may take the place of: those that hold. */
function replacing(group: Deciding, but?: string) {
  const held = (group.decisions?.nodes ?? []).filter((other) => other.status === "APPROVED" && other.id !== but);
  return one(
    t("decision-replaces"),
    { among: held.map(({ id, title }) => ({ id, name: title })) },
    { hidden: !held.length },
  );
}

export function proposing(group: Deciding, meetingId?: string): Move {
  return move(
    meetingId ?? group.id,
    ProposeDecision,
    t("propose-decision"),
    ({ title, text, visibility, replacesId }) => ({
      input: { groupId: group.id, meetingId, title, text, visibility, replacesId },
    }),
    {
      fields: {
        title: must(line(t("decision-title"))),
        text: prose(t("decision-text")),
        replacesId: replacing(group),
        visibility: seenBy(),
      },
    },
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

export function movesOfDecision(decision: DecisionLineFragment, group: Deciding): Moves {
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
      by(running && another, () =>
        move(id, ApproveDecision, t("approve-decision"), ({ reason, ...said }) => ({ input: { ...given, ...said } }), {
          fields: votes,
          primary: true,
        }),
      ),
    status === "PROPOSED" &&
      by(running, () =>
        move(id, RejectDecision, t("reject-decision"), ({ reason, ...said }) => ({ input: { ...given, ...said } }), {
          fields: votes,
        }),
      ),
    status === "PROPOSED" && by(running || mine(decision.proposedBy), () => changing(decision, group)),
    status === "PROPOSED" &&
      by(running || mine(decision.proposedBy), () =>
        move(id, WithdrawDecision, t("withdraw-decision"), () => ({ input: given }), {
          sure: t("withdraw-decision-sure"),
          quiet: true,
        }),
      ),
    status === "APPROVED" &&
      by(running, () => adding(group, { decisionId: id, meetingId: decision.meeting?.id })),
    (status === "APPROVED" || status === "REPLACED") &&
      group.body?.__typename === "Network" &&
      by(isBody(group), () => linkingDecision(decision, group.body!.id)),
  ];
}

function changing(decision: DecisionLineFragment, group: Deciding): Move {
  const { id, version } = decision;
  return move(
    id,
    EditDecision,
    t("edit-decision"),
    ({ title, text, visibility, replacesId }) => ({
      input: { id, version, title, text: text ?? null, visibility, replacesId: group.decisions ? (replacesId ?? null) : undefined },
    }),
    {
      quiet: true,
      fields: {
        title: must(line(t("decision-title"), { first: decision.title })),
        text: prose(t("decision-text"), { first: decision.text }),
        replacesId: { ...replacing(group, id), picked: decision.replaces && { ...decision.replaces, name: decision.replaces.title } },
        visibility: seenBy(decision.visibility),
      },
    },
  );
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
    (status === "ASSIGNED" || status === "OPEN") &&
      by(runs(group), () =>
        move(
          id,
          EditAction,
          t("edit-action"),
          ({ title, dueOn, description, visibility }) => ({
            input: { ...given, title, dueOn: dueOn ?? null, description: description ?? null, visibility },
          }),
          {
            quiet: true,
            sure: status === "OPEN" && !own ? t("edit-action-asks") : undefined,
            fields: {
              title: must(line(t("action-title"), { first: action.title })),
              dueOn: onDay(t("action-due"), { first: action.dueOn }),
              description: prose(t("action-description"), { first: action.description }),
              visibility: seenBy(action.visibility),
            },
          },
        ),
      ),
    (status === "ASSIGNED" || status === "OPEN" || status === "DONE") && by(own || runs(group), () => linkingAction(action, group)),
    open &&
      by(own || runs(group), () =>
        move(id, DropAction, t("drop-action"), ({ reason }) => ({ input: { ...given, reason } }), {
          reason: t("action-why"),
          quiet: true,
        }),
      ),
    own &&
      (status === "DONE" || status === "DROPPED") &&
      move(id, ReopenAction, t("reopen-action"), () => ({ input: given }), { sure: t("reopen-action-sure") }),
  ];
}
