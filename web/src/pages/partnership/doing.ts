// What a party may do with a partnership, its commitments, their reports, amendments and terms.
import type { Asked } from "@/api/asked";
import { number, t } from "@/language";
import { by, coordinates, me, mine } from "@/me";
import { choice, count, leading, line, move, must, onDay, one, prose, url, type Move, type Moves } from "@/parts/together/moving";
import { closed, type Entry } from "./ledger";
import {
  AcceptAmendment,
  AcceptPaymentTerms,
  ActivatePartnership,
  AddCommitment,
  ConfirmReport,
  DeclareMissed,
  DeclineAmendment,
  DeclinePaymentTerms,
  DisputeReport,
  EditCommitment,
  EndPartnership,
  RemoveCommitment,
  RenewPartnership,
  ReportCommitment,
  SignPartnership,
  WaiveCommitment,
  WithdrawAmendment,
  WithdrawPartnership,
  WithdrawPaymentTerms,
} from "./moves.asked";
import type { PartnershipPageQuery } from "./partnership.asked";

export type Partnership = NonNullable<PartnershipPageQuery["partnership"]>;
type Amendment = Partnership["amendments"]["nodes"][number];
type Terms = Partnership["paymentTerms"]["nodes"][number];

export function isParty(partnership: Partnership): boolean {
  return partnership.parties.edges.some((edge) => mine(edge.node));
}

/** Whether it may still be written: nobody has signed it. */
export function isOpen(partnership: { status: string; parties: { edges: readonly { signedOn: string | null }[] } }): boolean {
  return partnership.status === "DRAFT" && partnership.parties.edges.every((edge) => !edge.signedOn);
}

/** Whose word it is: one's own, or of a party for whom an administrator enters it. */
function whose(partnership: Partnership) {
  const among = partnership.parties.edges.map(({ node }) => node);
  return { partyId: must(one(t("whose-word"), { among }, { hidden: isParty(partnership) })) };
}

export function movesOf(partnership: Partnership): Moves {
  const { id, version, status } = partnership;
  const given = { id, version };
  const party = isParty(partnership);
  const own = partnership.parties.edges.find((edge) => mine(edge.node));
  const open = isOpen(partnership);
  const binds = status === "SIGNED" || status === "ACTIVE" || status === "SUSPENDED";
  return [
    status === "DRAFT" &&
      !own?.signedOn &&
      by(party, () => move(id, SignPartnership, t("sign"), (said) => ({ input: { ...given, ...said, reason: undefined } }), {
        primary: true,
        sure: t("sign-sure"),
        fields: {
          ...whose(partnership),
          signatoryOffice: line(t("signatory-office"), { first: own?.signatoryOffice ?? null }),
          signedOn: onDay(t("signed-day"), { hint: t("today-if-empty") }),
        },
      })),
    open && by(party, () => leading(t("edit-partnership"), "partnershipEdit", { id }), coordinates()),
    open && by(party, () => owing(partnership)),
    open &&
      by(
        party,
        () => move(id, WithdrawPartnership, t("take-back"), () => ({ input: given }), { sure: t("take-back-sure") }),
        coordinates(),
      ),
    status === "SIGNED" &&
      by(party, () => move(id, ActivatePartnership, t("begin-work"), () => ({ input: given }), { primary: true })),
    party && status === "ACTIVE" && leading(t("new-group"), "groupNew", {}, { query: { of: id } }),
    binds &&
      by(party, () =>
        move(
          id,
          EndPartnership,
          t("end-partnership"),
          ({ partyId, endReason }) => ({ input: { ...given, partyId, endReason } }),
          {
            sure: t("end-partnership-sure"),
            fields: { ...whose(partnership), endReason: prose(t("end-partnership-why")) },
          },
        ),
      ),
    status !== "DRAFT" &&
      status !== "WITHDRAWN" &&
      !partnership.renewedBy &&
      by(party, () =>
        move(
          id,
          RenewPartnership,
          t("renew"),
          ({ startsOn, endsOn }) => ({ input: { id, startsOn, endsOn } }),
          { fields: { startsOn: onDay(t("begins")), endsOn: onDay(t("ends")) } },
        ),
      ),
  ];
}

function owing(partnership: Partnership): Move {
  const parties = partnership.parties.edges.map(({ node }) => node);
  return move(
    partnership.id,
    AddCommitment,
    t("add-commitment"),
    ({ titleFa, measure, target, unit, dueOn, owedById, owedToId }) => ({
      input: { partnershipId: partnership.id, titleFa, measure, target, unit, dueOn, owedById, owedToId },
    }),
    {
      fields: {
        titleFa: must(line(t("commitment-title"))),
        owedById: must(one(t("owes"), { among: parties })),
        owedToId: must(one(t("is-owed"), { among: parties })),
        measure: line(t("commitment-measure")),
        target: count(t("commitment-target")),
        unit: line(t("commitment-unit")),
        dueOn: onDay(t("commitment-due")),
      },
    },
  );
}

/** `draft`: nothing is signed yet; `party`: the viewer is one of the partnership. */
export function movesOfEntry(entry: Entry, { draft, party }: { draft: boolean; party: boolean }): Moves {
  const { id, version } = entry;
  const given = { id, version };
  const last = entry.reports.nodes[0];
  const measured = entry.measure !== null || entry.target !== null || entry.unit !== null;
  const open = !draft && !closed(entry);
  return [
    open &&
      mine(entry.owedBy) &&
      move(
        id,
        ReportCommitment,
        t("report"),
        ({ reportedStatus, asOf, actual, evidenceUrl, note }) => ({
          input: {
            commitmentId: id,
            reportedStatus,
            asOf,
            actual,
            evidenceUrl,
            note,
            correctsId: last?.status === "DISPUTED" ? last.id : undefined,
          },
        }),
        {
          primary: last?.status !== "WAITING",
          fields: {
            reportedStatus: must(
              choice<"IN_PROGRESS" | "MET" | "MISSED">("ReportedStatus", t("report-status")),
            ),
            actual: count(reached(entry), { hint: t("report-actual-what"), hidden: !measured }),
            note: prose(t("report-note"), { hint: t("report-note-what") }),
            evidenceUrl: url(t("report-evidence")),
            asOf: onDay(t("report-day"), { hint: t("today-if-empty") }),
          },
        },
      ),
    open &&
      by(mine(entry.owedTo), () =>
        move(
          id,
          WaiveCommitment,
          t("waive"),
          ({ reason }) => ({ input: { ...given, closingReason: reason || undefined } }),
          { sure: t("waive-sure"), reason: t("waive-why"), optional: true },
        ),
      ),
    open &&
      (entry.overdue || entry.standing === "LEFT_OPEN") &&
      by(mine(entry.owedTo), () =>
        move(id, DeclareMissed, t("declare-missed"), () => ({ input: given }), { sure: t("declare-missed-sure") }),
      ),
    draft &&
      by(party, () => changing(entry)),
    draft &&
      by(party, () =>
        move(id, RemoveCommitment, t("remove-commitment"), () => ({ input: given }), {
          sure: t("remove-sure"),
          quiet: true,
        }),
      ),
  ];
}

function changing(entry: Entry): Move {
  const { id, version } = entry;
  return move(
    id,
    EditCommitment,
    t("edit-commitment"),
    ({ titleFa, measure, target, unit, dueOn }) => ({
      input: {
        id,
        version,
        titleFa,
        measure: measure ?? null,
        target: target ?? null,
        unit: unit ?? null,
        dueOn: dueOn ?? null,
      },
    }),
    {
      quiet: true,
      fields: {
        titleFa: must(line(t("commitment-title"), { first: entry.titleFa })),
        measure: line(t("commitment-measure"), { first: entry.measure }),
        target: count(t("commitment-target"), { first: entry.target }),
        unit: line(t("commitment-unit"), { first: entry.unit }),
        dueOn: onDay(t("commitment-due"), { first: entry.dueOn }),
      },
    },
  );
}

function reached(entry: Entry): string {
  return entry.target === null
    ? t("report-actual", { unit: entry.unit ?? "" })
    : t("report-actual-of", { target: number(entry.target), unit: entry.unit ?? "" });
}

export function movesOfReport(report: Entry["reports"]["nodes"][number], entry: Entry): Moves {
  if (report.status !== "WAITING") return [];
  const given = { id: report.id };
  const asked = mine(entry.owedTo);
  return [
    by(asked, () => move(report.id, ConfirmReport, t("confirm-report"), () => ({ input: given }), { primary: true })),
    by(asked, () =>
      move(
        report.id,
        DisputeReport,
        t("dispute-report"),
        ({ reason }) => ({ input: { ...given, disputeReason: reason } }),
        { reason: t("dispute-why") },
      ),
    ),
  ];
}

/** The words of a party about what one of them has put before the others; `Told` is what each mutation answers. */
interface Answers<Accepted, Declined, Withdrawn> {
  accept: [Asked<Accepted, Answer>, string];
  decline: [Asked<Declined, Answer & { input: { declineReason?: string | null } }>, string];
  withdraw: [Asked<Withdrawn, Answer>, string];
}
interface Answer {
  key?: string | null;
  input: { id: string | number; partyId?: string | number | null };
}

/** Yes, no, and taking it back. `said`: the viewer has said yes already. */
function answering<Accepted, Declined, Withdrawn>(
  { id, status, proposedBy }: { id: string; status: string; proposedBy: { id: string } | null },
  partnership: Partnership,
  { accept, decline, withdraw }: Answers<Accepted, Declined, Withdrawn>,
  said = false,
): Moves {
  if (status !== "PROPOSED") return [];
  const party = isParty(partnership);
  const own = mine(proposedBy);
  const fields = whose(partnership);
  return [
    !own &&
      !said &&
      by(party, () =>
        move(id, accept[0], accept[1], ({ partyId }) => ({ input: { id, partyId } }), { primary: true, fields }),
      ),
    !own &&
      by(party, () =>
        move(id, decline[0], decline[1], ({ partyId, declineReason }) => ({ input: { id, partyId, declineReason } }), {
          fields: { ...fields, declineReason: prose(t("decline-why")) },
        }),
      ),
    by(own, () =>
      move(id, withdraw[0], t("take-back"), ({ partyId }) => ({ input: { id, partyId } }), { sure: withdraw[1], fields }),
    ),
  ];
}

export function movesOfAmendment(amendment: Amendment, partnership: Partnership): Moves {
  const said = amendment.acceptances.edges.some((edge) => edge.node.id === me.value);
  return answering(
    amendment,
    partnership,
    {
      accept: [AcceptAmendment, t("accept-amendment")],
      decline: [DeclineAmendment, t("decline-amendment")],
      withdraw: [WithdrawAmendment, t("take-back-amendment")],
    },
    said,
  );
}

export function movesOfTerms(terms: Terms, partnership: Partnership): Moves {
  return answering(terms, partnership, {
    accept: [AcceptPaymentTerms, t("accept-terms")],
    decline: [DeclinePaymentTerms, t("decline-terms")],
    withdraw: [WithdrawPaymentTerms, t("take-back-terms")],
  });
}
