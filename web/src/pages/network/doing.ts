// What may be done with a network and the steps of its founding.
import { daysTo } from "@/calendar";
import { t } from "@/language";
import { by, coordinates, me, mine } from "@/me";
import {
  choice,
  count,
  files,
  leading,
  line,
  move,
  must,
  onDay,
  one,
  prose,
  url,
  type Move,
  type Moves,
} from "@/parts/together/moving";
import {
  AcceptSecretariat,
  ActivateNetwork,
  AddFoundingStep,
  BeginFounding,
  CompleteFoundingStep,
  DeclineSecretariat,
  DissolveNetwork,
  EditFoundingStep,
  FormBoard,
  FoundProvincialNetwork,
  InviteMember,
  OfferSecretariat,
  ReopenFoundingStep,
  ReopenNetwork,
  SkipFoundingStep,
} from "./moves.asked";
import type { NetworkPageQuery } from "./network.asked";

export type Network = NonNullable<NetworkPageQuery["network"]>;
type Step = Network["foundingSteps"]["nodes"][number];
export type Kind = "FOUNDER" | "FULL" | "ASSOCIATE" | "OBSERVER";

export function runs(network: Pick<Network, "secretariat">): boolean {
  return mine(network.secretariat);
}

export function movesOf(network: Network): Moves {
  const { id, version, status } = network;
  const given = { id, version };
  const running = runs(network);
  const stands = status === "FOUNDING" || status === "ACTIVE";
  const there = stands || status === "PLANNED";
  const applied = appliedTo(network);
  const settled = network.foundingSteps.nodes.every((step) => step.status !== "PLANNED");
  return [
    status === "PLANNED" &&
      by(running, () =>
        move(id, BeginFounding, t("begin-founding"), () => ({ input: given }), {
          primary: true,
          sure: t("begin-founding-sure"),
        }),
      ),
    status === "FOUNDING" &&
      by(running, () => move(id, ActivateNetwork, t("activate-network"), () => ({ input: given }), { primary: settled })),
    !!applied && leading(t("application-ours"), "application", { id: applied.id }, { primary: true }),
    stands && !!endsSoon(network) && !applied && leading(t("renew-membership"), "applicationNew", { network: id }, { primary: true }),
    stands && !running && !belongs(network) && !!me.value && leading(t("apply"), "applicationNew", { network: id }, { primary: true }),
    there && by(running, () => leading(t("edit"), "networkEdit", { id })),
    there && by(running, () => adding(network)),
    stands && by(running, () => inviting(network)),
    stands && by(running, () => forming(network)),
    there && by(running, () => leading(t("new-charter"), "charterNew", { network: id })),
    stands && by(running, () => leading(t("new-group"), "groupNew", {}, { query: { of: id } })),
    stands && network.level === "NATIONAL" && by(running, () => founding(network)),
    ...secretariatOf(network),
    there &&
      by(
        running,
        () =>
          move(id, DissolveNetwork, t("dissolve"), ({ reason }) => ({ input: { ...given, endReason: reason } }), {
            sure: t("dissolve-sure"),
            reason: t("network-why"),
          }),
        coordinates(network.region),
      ),
    status === "DISSOLVED" &&
      by(
        running,
        () =>
          move(id, ReopenNetwork, t("reopen-network"), () => ({ input: given }), { sure: t("reopen-network-sure") }),
        coordinates(network.region),
      ),
  ];
}

/** Handing the secretariat over, from the offer to the answer. */
function secretariatOf(network: Network): Moves {
  const { id, version, status } = network;
  const given = { id, version };
  const stands = status === "FOUNDING" || status === "ACTIVE";
  const asked = mine(network.offeredTo);
  return [
    stands &&
      by(runs(network), () =>
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
      ),
    stands &&
      !!network.offeredTo &&
      by(asked, () =>
        move(id, AcceptSecretariat, t("accept-secretariat"), () => ({ input: given }), {
          primary: true,
          sure: t("accept-secretariat-sure"),
        }),
      ),
    stands &&
      !!network.offeredTo &&
      by(asked || runs(network), () =>
        move(id, DeclineSecretariat, t("decline-secretariat"), () => ({ input: given }), {
          sure: t("decline-secretariat-sure"),
        }),
      ),
  ];
}

function adding({ id, foundingSteps }: Network): Move {
  return move(
    id,
    AddFoundingStep,
    t("add-step"),
    ({ titleFa, dueOn, body, note }) => ({
      input: { networkId: id, titleFa, dueOn, body, note, place: foundingSteps.nodes.length + 1 },
    }),
    {
      fields: {
        titleFa: must(line(t("step-title"))),
        dueOn: onDay(t("step-due")),
        body: line(t("step-body"), { hint: t("step-body-what") }),
        note: prose(t("step-note")),
      },
    },
  );
}

function inviting({ id }: Network): Move {
  return move(
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
  );
}

function forming({ id }: Network): Move {
  return move(
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
  );
}

function founding({ id }: Network): Move {
  return move(
    id,
    FoundProvincialNetwork,
    t("found-provincial"),
    ({ regionId, nameFa, nameEn, purpose }) => ({ input: { id, regionId, nameFa, nameEn, purpose } }),
    {
      sure: t("found-provincial-what"),
      fields: {
        regionId: must(one(t("network-region"), { types: ["REGION"] })),
        nameFa: must(line(t("network-name"))),
        purpose: prose(t("network-purpose")),
        nameEn: line(t("network-name-en")),
      },
    },
  );
}

/** The application of the viewer's own organization that is not decided yet. */
function appliedTo(network: Network) {
  const over = ["REJECTED", "WITHDRAWN", "ACCEPTED"];
  return network.applications.nodes.find((one) => mine(one.applicant) && !over.includes(one.status));
}

/** Whether the viewer is a member, or has asked to become one. */
/** From how many days before its end a membership may be renewed, as the hub has it. */
const RENEWED_DAYS = 30;

/** The viewer's membership, where it ends soon: an application goes on with it. One that has run out is asked for anew. */
export function endsSoon({ memberships }: Network) {
  return memberships.nodes.find(
    (one) => one.status === "ACTIVE" && mine(one.organization) && !!one.until && daysTo(one.until) <= RENEWED_DAYS,
  );
}

function belongs(network: Network): boolean {
  const member = network.memberships.nodes.some((one) => one.status === "ACTIVE" && mine(one.organization));
  return member || !!appliedTo(network);
}

export function movesOfStep(step: Step, network: Network): Moves {
  const running = runs(network);
  const { id, version, status } = step;
  const given = { id, version };
  const waits = status === "PLANNED";
  return [
    waits &&
      by(running, () =>
        move(
          id,
          CompleteFoundingStep,
          t("step-done"),
          ({ doneOn, body, evidenceUrl, note, fileIds }) => ({
            input: { ...given, doneOn, body, evidenceUrl, note, fileIds },
          }),
          {
            primary: true,
            fields: {
              doneOn: onDay(t("step-day"), { hint: t("network-today") }),
              body: line(t("step-body"), { first: step.body, hint: t("step-body-what") }),
              fileIds: files(t("step-files"), { held: step.files }),
              evidenceUrl: url(t("step-evidence"), { first: step.evidenceUrl }),
              note: prose(t("step-note"), { first: step.note }),
            },
          },
        ),
      ),
    by(running, () => changing(step)),
    waits &&
      by(running, () =>
        move(id, SkipFoundingStep, t("skip-step"), ({ reason }) => ({ input: { ...given, skipReason: reason } }), {
          reason: t("network-why"),
        }),
      ),
    !waits &&
      network.status !== "ACTIVE" &&
      by(running, () =>
        move(id, ReopenFoundingStep, t("reopen-step"), () => ({ input: given }), { sure: t("reopen-step-sure") }),
      ),
  ];
}

function changing(step: Step): Move {
  const { id, version } = step;
  return move(
    id,
    EditFoundingStep,
    t("edit-step"),
    ({ titleFa, place, dueOn, body, evidenceUrl, note, fileIds }) => ({
      input: {
        id,
        version,
        titleFa,
        place,
        dueOn: dueOn ?? null,
        body: body ?? null,
        evidenceUrl: evidenceUrl ?? null,
        note: note ?? null,
        fileIds,
      },
    }),
    {
      quiet: true,
      fields: {
        titleFa: must(line(t("step-title"), { first: step.titleFa })),
        place: must(count(t("step-place"), { first: step.place })),
        dueOn: onDay(t("step-due"), { first: step.dueOn }),
        body: line(t("step-body"), { first: step.body, hint: t("step-body-what") }),
        fileIds: files(t("step-files"), { held: step.files }),
        evidenceUrl: url(t("step-evidence"), { first: step.evidenceUrl }),
        note: prose(t("step-note"), { first: step.note }),
      },
    },
  );
}
