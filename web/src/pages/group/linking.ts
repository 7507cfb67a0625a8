// What came of decisions and actions: links to records, which stand in the form whole before any is changed.
import { ask } from "@/api/ask";
import { t } from "@/language";
import { move, several, type Move } from "@/parts/together/moving";
import type { Picked } from "@/parts/form/picking";
import type { ActionLineFragment, DecisionLineFragment } from "./group.asked";
import { ActionLinks, ApplicationsTo, BoardsOf, ChartersOf, DecisionLinks, StepsOf } from "./linking.asked";
import { LinkAction, LinkDecision } from "./moves.asked";
import { boardNamed, seatNamed, titled } from "./named";
import { networkOf, type Running } from "./running";

type Applying = { id: string; applicant: { name: string } | null };
/** As many as a list is read and given with. Where there are more, what is not seen would be lost: they are not asked for. */
const MOST = 100;

function applying({ id, applicant }: Applying): Picked {
  return { id, name: applicant?.name ?? t("unnamed") };
}

function whole<One>(read: readonly One[] | undefined, named: (one: One) => Picked): readonly Picked[] | undefined {
  return read && read.length < MOST ? read.map(named) : undefined;
}

/** Of what a network has, those whose names hold the words. */
function among(read: (signal: AbortSignal) => Promise<readonly Picked[] | undefined>) {
  return async (words: string, signal: AbortSignal): Promise<Picked[]> =>
    ((await read(signal)) ?? []).filter(({ name }) => name.includes(words.trim()));
}

/** What of its network a decision has settled. */
export function linkingDecision({ id, version }: DecisionLineFragment, network: string): Move {
  const of = { id: network };
  const boards = async (signal: AbortSignal) => (await ask(BoardsOf, of, signal)).network?.boards.nodes;
  const applications = async (signal: AbortSignal) =>
    (await ask(ApplicationsTo, of, signal)).network?.applications.nodes.map(applying);
  const charters = async (signal: AbortSignal) => (await ask(ChartersOf, of, signal)).network?.charters.nodes.map(titled);
  return move(id, LinkDecision, t("link-decision"), ({ reason, ...links }) => ({ input: { id, version, ...links } }), {
    quiet: true,
    sure: t("link-decision-what"),
    async reads() {
      const { decision } = await ask(DecisionLinks, { id });
      return {
        charterIds: whole(decision?.charters, titled),
        boardIds: whole(decision?.boards, boardNamed),
        boardSeatIds: whole(decision?.boardSeats, seatNamed),
        applicationIds: whole(decision?.applications, applying),
      };
    },
    fields: {
      charterIds: several(t("link-charters"), among(charters)),
      boardIds: several(t("link-boards"), among(async (signal) => (await boards(signal))?.map(boardNamed))),
      boardSeatIds: several(
        t("link-seats"),
        among(async (signal) => (await boards(signal))?.flatMap((board) => board.seats.nodes.map(seatNamed))),
      ),
      applicationIds: several(t("link-applications"), among(applications)),
    },
  });
}

/** What an action is for, or what came of it; founding steps are those of the group's network. */
export function linkingAction({ id, version }: ActionLineFragment, group: Running): Move {
  const network = networkOf(group);
  const steps = async (signal: AbortSignal) =>
    network ? (await ask(StepsOf, { id: network }, signal)).network?.foundingSteps.nodes.map(titled) : [];
  return move(id, LinkAction, t("link-action"), ({ reason, ...links }) => ({ input: { id, version, ...links } }), {
    quiet: true,
    async reads() {
      const { action } = await ask(ActionLinks, { id });
      return {
        programIds: whole(action?.programs, titled),
        needIds: whole(action?.needs, titled),
        commitmentIds: whole(action?.commitments, titled),
        foundingStepIds: whole(action?.foundingSteps, titled),
      };
    },
    fields: {
      programIds: several(t("link-programs"), ["PROGRAM"]),
      needIds: several(t("link-needs"), ["RESOURCE_NEED"]),
      commitmentIds: several(t("link-commitments"), ["COMMITMENT"]),
      foundingStepIds: several(t("link-steps"), among(steps), { hidden: !network }),
    },
  });
}
