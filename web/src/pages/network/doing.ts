// What may be done with a network, its steps, boards, charters, members and applications.
import { t } from "@/language";
import { me, mine } from "@/parts/together/me";
import { choice, line, lines, move, must, onDay, one, prose, url, type Move } from "@/parts/together/moving";
import type { ApplicationPageQuery } from "./application.asked";
import type { CharterPageQuery } from "./charter.asked";
import {
  AcceptApplication,
  AcceptInvitation,
  AcceptSeat,
  AcceptSecretariat,
  ActivateNetwork,
  AddFoundingStep,
  AdoptCharter,
  BeginFounding,
  CompleteFoundingStep,
  DeclineInvitation,
  DeclineSeat,
  DeclineSecretariat,
  DissolveNetwork,
  DraftApplication,
  EndBoard,
  EndMembership,
  EndSeat,
  FormBoard,
  InviteMember,
  OfferSecretariat,
  PassDocuments,
  PassLicence,
  ProposeSeat,
  RejectApplication,
  ReopenFoundingStep,
  ReturnApplication,
  SkipFoundingStep,
  SubmitApplication,
  WithdrawApplication,
  WithdrawCharter,
  WithdrawInvitation,
  WithdrawSeat,
} from "./moves.asked";
import type { NetworkPageQuery } from "./network.asked";

type Network = NonNullable<NetworkPageQuery["network"]>;
type Step = Network["foundingSteps"]["nodes"][number];
type Board = Network["boards"]["nodes"][number];
type Seat = Board["seats"]["nodes"][number];
type Membership = Network["memberships"]["nodes"][number];
type Charter = NonNullable<CharterPageQuery["charter"]>;
type Application = NonNullable<ApplicationPageQuery["membershipApplication"]>;
type Moves = readonly (Move | false)[];
type Kind = "FOUNDER" | "FULL" | "ASSOCIATE" | "OBSERVER";

export function runs(network: Pick<Network, "secretariat">): boolean {
  return mine(network.secretariat);
}

export function movesOf(network: Network): Moves {
  const { id, version, status } = network;
  const given = { id, version };
  const running = runs(network);
  const stands = status === "FOUNDING" || status === "ACTIVE";
  return [
    running &&
      status === "PLANNED" &&
      move(id, BeginFounding, t("begin-founding"), () => ({ input: given }), {
        primary: true,
        sure: t("begin-founding-sure"),
      }),
    running &&
      status === "FOUNDING" &&
      move(id, ActivateNetwork, t("activate-network"), () => ({ input: given }), {
        primary: network.foundingSteps.nodes.every((step) => step.status !== "PLANNED"),
      }),
    running &&
      (stands || status === "PLANNED") &&
      move(
        id,
        AddFoundingStep,
        t("add-step"),
        ({ titleFa, dueOn, note }) => ({
          input: { networkId: id, titleFa, dueOn, note, place: network.foundingSteps.nodes.length + 1 },
        }),
        { fields: { titleFa: must(line(t("step-title"))), dueOn: onDay(t("step-due")), note: prose(t("step-note")) } },
      ),
    running &&
      stands &&
      move(
        id,
        InviteMember,
        t("invite-member"),
        ({ organizationId, kind, since }) => ({ input: { networkId: id, organizationId, kind, since } }),
        {
          fields: {
            organizationId: must(one(t("organization"), { types: ["ORGANIZATION"] })),
            kind: must(choice<Kind>("MembershipKind", t("membership-kind"))),
            since: onDay(t("network-since"), { hint: t("network-today") }),
          },
        },
      ),
    running &&
      stands &&
      move(
        id,
        FormBoard,
        t("form-board"),
        ({ kind, since, until, note }) => ({ input: { networkId: id, kind, since, until, note } }),
        {
          fields: {
            kind: must(choice<"FOUNDING" | "DIRECTORS" | "INSPECTORS">("BoardKind", t("which-board"))),
            since: onDay(t("network-since"), { hint: t("network-today") }),
            until: onDay(t("network-until")),
            note: prose(t("step-note")),
          },
        },
      ),
    running &&
      stands &&
      move(
        id,
        OfferSecretariat,
        t("offer-secretariat"),
        ({ offeredToId }) => ({ input: { ...given, offeredToId } }),
        {
          sure: t("offer-secretariat-what"),
          fields: { offeredToId: must(one(t("organization"), { types: ["ORGANIZATION"] })) },
        },
      ),
    mine(network.offeredTo) &&
      move(id, AcceptSecretariat, t("accept-secretariat"), () => ({ input: given }), {
        primary: true,
        sure: t("accept-secretariat-sure"),
      }),
    !!network.offeredTo &&
      (mine(network.offeredTo) || running) &&
      move(id, DeclineSecretariat, t("decline-secretariat"), () => ({ input: given }), {
        sure: t("decline-secretariat-sure"),
      }),
    running &&
      (stands || status === "PLANNED") &&
      move(id, DissolveNetwork, t("dissolve"), ({ reason }) => ({ input: { ...given, endReason: reason } }), {
        sure: t("dissolve-sure"),
        reason: t("network-why"),
      }),
    stands && !running && !belongs(network) && applying(network),
  ];
}

/** Whether the viewer is a member, or has asked to become one. */
function belongs(network: Network): boolean {
  const over = ["REJECTED", "WITHDRAWN", "ACCEPTED"];
  return (
    network.memberships.nodes.some((one) => one.status === "ACTIVE" && mine(one.organization)) ||
    network.applications.nodes.some((one) => mine(one.applicant) && !over.includes(one.status))
  );
}

function applying(network: Network): Move {
  return move(
    network.id,
    DraftApplication,
    t("apply"),
    ({ kind, statement, licenceNumber, licenceIssuer, licenceUntil }) => ({
      input: { networkId: network.id, kind, statement, licenceNumber, licenceIssuer, licenceUntil },
    }),
    {
      primary: true,
      sure: t("apply-what"),
      fields: {
        kind: must(choice<Kind>("MembershipKind", t("membership-kind"), ["FULL", "ASSOCIATE", "OBSERVER"])),
        statement: must(prose(t("apply-statement"))),
        licenceNumber: line(t("licence")),
        licenceIssuer: line(t("licence-issuer")),
        licenceUntil: onDay(t("licence-until")),
      },
    },
  );
}

export function movesOfStep(step: Step, network: Network): Moves {
  if (!runs(network)) return [];
  const { id, version, status } = step;
  const given = { id, version };
  return [
    status === "PLANNED" &&
      move(
        id,
        CompleteFoundingStep,
        t("step-done"),
        ({ doneOn, body, evidenceUrl, note }) => ({ input: { ...given, doneOn, body, evidenceUrl, note } }),
        {
          primary: true,
          fields: {
            doneOn: onDay(t("step-day"), { hint: t("network-today") }),
            body: line(t("step-body")),
            evidenceUrl: url(t("step-evidence")),
            note: prose(t("step-note")),
          },
        },
      ),
    status === "PLANNED" &&
      move(id, SkipFoundingStep, t("skip-step"), ({ reason }) => ({ input: { ...given, skipReason: reason } }), {
        reason: t("network-why"),
      }),
    status !== "PLANNED" &&
      network.status !== "ACTIVE" &&
      move(id, ReopenFoundingStep, t("reopen-step"), () => ({ input: given }), { sure: t("reopen-step-sure") }),
  ];
}

export function movesOfBoard(board: Board, network: Network): Moves {
  if (!runs(network) || board.status !== "SITTING") return [];
  const { id, version } = board;
  return [
    move(
      id,
      ProposeSeat,
      t("propose-seat"),
      ({ organizationId, office, selection, since }) => ({
        input: { boardId: id, organizationId, office, selection, since },
      }),
      {
        fields: {
          organizationId: must(one(t("organization"), { types: ["ORGANIZATION"] })),
          office: must(line(t("office-of"))),
          selection: must(choice<"ELECTED" | "APPOINTED">("SeatSelection", t("selection"))),
          since: onDay(t("network-since"), { hint: t("network-today") }),
        },
      },
    ),
    move(id, EndBoard, t("end-board"), ({ until }) => ({ input: { id, version, until } }), {
      sure: t("end-board-sure"),
      fields: { until: onDay(t("network-until"), { hint: t("network-today") }) },
    }),
  ];
}

export function movesOfSeat(seat: Seat, network: Network): Moves {
  const { id, version, status } = seat;
  const given = { id, version };
  const own = mine(seat.organization);
  const running = runs(network);
  const asked = status === "PROPOSED" || status === "DECLINED";
  return [
    own && asked && move(id, AcceptSeat, t("accept-seat"), () => ({ input: given }), { primary: true }),
    own &&
      status === "PROPOSED" &&
      move(id, DeclineSeat, t("decline-seat"), ({ reason }) => ({ input: { ...given, reason: reason || undefined } }), {
        reason: t("network-why"),
        optional: true,
      }),
    running && asked && move(id, WithdrawSeat, t("take-back-seat"), () => ({ input: given }), { sure: t("take-back-seat-sure") }),
    (own || running) &&
      status === "CONFIRMED" &&
      move(id, EndSeat, own ? t("leave-board") : t("end-board-seat"), ({ reason }) => ({ input: { ...given, reason } }), {
        reason: t("network-why"),
      }),
  ];
}

export function movesOfMembership(membership: Membership, network: Network): Moves {
  const { id, version, status } = membership;
  const given = { id, version };
  const own = mine(membership.organization);
  const running = runs(network);
  const asked = status === "INVITED" || status === "DECLINED";
  return [
    own && asked && move(id, AcceptInvitation, t("accept-invitation"), () => ({ input: given }), { primary: true }),
    own &&
      status === "INVITED" &&
      move(
        id,
        DeclineInvitation,
        t("decline-invitation"),
        ({ reason }) => ({ input: { ...given, reason: reason || undefined } }),
        { reason: t("network-why"), optional: true },
      ),
    running &&
      asked &&
      move(id, WithdrawInvitation, t("withdraw-invitation"), () => ({ input: given }), {
        sure: t("withdraw-invitation-sure"),
      }),
    (own || running) &&
      status === "ACTIVE" &&
      move(
        id,
        EndMembership,
        own ? t("leave-network") : t("end-membership"),
        ({ reason }) => ({ input: { ...given, reason } }),
        { reason: t("network-why") },
      ),
  ];
}

export function movesOfCharter(charter: Charter): Moves {
  if (charter.status !== "DRAFT" || !mine(charter.network?.secretariat)) return [];
  const given = { id: charter.id, version: charter.version };
  return [
    move(charter.id, AdoptCharter, t("adopt-charter"), ({ adoptedOn }) => ({ input: { ...given, adoptedOn } }), {
      primary: true,
      sure: t("adopt-charter-sure"),
      fields: { adoptedOn: onDay(t("adopted"), { hint: t("network-today") }) },
    }),
    move(charter.id, WithdrawCharter, t("withdraw-charter"), () => ({ input: given }), { sure: t("withdraw-charter-sure") }),
  ];
}

export function movesOfApplication(application: Application): Moves {
  const { id, version, status } = application;
  const given = { id, version };
  const own = me.value !== undefined && application.applicant?.id === me.value;
  const running = mine(application.network?.secretariat);
  const open = ["SUBMITTED", "DOCUMENTS_CHECKED", "LICENCE_CHECKED"].includes(status);
  return [
    own &&
      (status === "DRAFT" || status === "RETURNED") &&
      move(id, SubmitApplication, t("submit-application"), () => ({ input: given }), { primary: true }),
    running &&
      status === "SUBMITTED" &&
      move(id, PassDocuments, t("pass-documents"), () => ({ input: given }), { primary: true }),
    running &&
      status === "DOCUMENTS_CHECKED" &&
      move(id, PassLicence, t("pass-licence"), () => ({ input: given }), { primary: true }),
    running &&
      status === "LICENCE_CHECKED" &&
      move(
        id,
        AcceptApplication,
        t("accept-application"),
        ({ since, until }) => ({ input: { ...given, since, until } }),
        {
          primary: true,
          fields: {
            since: onDay(t("network-since"), { hint: t("network-today") }),
            until: onDay(t("network-until")),
          },
        },
      ),
    running &&
      open &&
      move(
        id,
        ReturnApplication,
        t("return-application"),
        ({ reasons, dueOn }) => ({ input: { ...given, reasons, dueOn } }),
        { fields: { reasons: must(lines(t("what-is-missing"))), dueOn: onDay(t("return-due")) } },
      ),
    running &&
      open &&
      move(id, RejectApplication, t("reject-application"), ({ reasons }) => ({ input: { ...given, reasons } }), {
        fields: { reasons: must(lines(t("reject-reasons"))) },
      }),
    own &&
      (open || status === "DRAFT" || status === "RETURNED") &&
      move(id, WithdrawApplication, t("withdraw-application"), () => ({ input: given }), {
        sure: t("withdraw-application-sure"),
      }),
  ];
}
