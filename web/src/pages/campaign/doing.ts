// What may be done with a campaign: by whoever started it, the body it is addressed to, and those who sign.
import { t } from "@/language";
import { me, mine } from "@/me";
import { choice, line, move, must, onDay, prose, url, type Move } from "@/parts/together/moving";
import type { CampaignPageQuery } from "./campaign.asked";
import {
  AnswerCampaign,
  ConcludeCampaign,
  ConfirmEndorsement,
  EndorseCampaign,
  PublishCampaign,
  WithdrawCampaign,
  WithdrawEndorsement,
} from "./moves.asked";

type Campaign = NonNullable<CampaignPageQuery["campaign"]>;
type Moves = readonly (Move | false)[];
type Visibility = "PUBLIC" | "MEMBERS" | "PARTNERS" | "ORGANIZATION";

export function movesOf(campaign: Campaign): Moves {
  const { id, version, status, wording } = campaign;
  const given = { id, version };
  const own = mine(campaign.publisher);
  const body = mine(campaign.addressedTo);
  const running = status === "PUBLISHED" && campaign.outcome === "OPEN";
  const signature = campaign.endorsements.nodes.find((one) => mine(one.publisher));
  return [
    own && status !== "PUBLISHED" && move(id, PublishCampaign, t("publish-campaign"), () => ({ input: given }), { primary: true }),
    running &&
      !own &&
      !!me.value &&
      !signature &&
      move(
        id,
        EndorseCampaign,
        t("sign-campaign"),
        ({ statement, visibility }) => ({ input: { campaignId: id, wording, statement, visibility } }),
        {
          primary: true,
          sure: t("sign-campaign-what"),
          fields: {
            statement: prose(t("sign-statement")),
            visibility: must(
              choice<Visibility>("Visibility", t("sign-seen-by"), ["PUBLIC", "MEMBERS", "PARTNERS", "ORGANIZATION"], {
                first: "PUBLIC",
              }),
            ),
          },
        },
      ),
    !!signature &&
      signature.wording < wording &&
      move(
        signature.id,
        ConfirmEndorsement,
        t("sign-anew"),
        () => ({ input: { id: signature.id, version: signature.version, wording } }),
        { primary: true },
      ),
    !!signature &&
      move(
        signature.id,
        WithdrawEndorsement,
        t("unsign"),
        () => ({ input: { id: signature.id, version: signature.version } }),
        { sure: t("unsign-sure") },
      ),
    status === "PUBLISHED" &&
      (body || (own && campaign.answerToldBy !== "BODY")) &&
      move(
        id,
        AnswerCampaign,
        body ? t("answer-campaign") : t("tell-answer"),
        ({ answer, answeredOn, answerSource, answerUrl }) => ({
          input: { ...given, answer, answeredOn, answerSource, answerUrl },
        }),
        {
          primary: body,
          fields: {
            answer: must(prose(t("answer"))),
            answeredOn: onDay(t("answer-day"), { hint: t("campaign-today") }),
            answerSource: line(t("answer-source"), { hidden: body }),
            answerUrl: url(t("answer-address")),
          },
        },
      ),
    own &&
      status === "PUBLISHED" &&
      move(
        id,
        ConcludeCampaign,
        t("conclude-campaign"),
        ({ outcome, outcomeNote, closedOn }) => ({ input: { ...given, outcome, outcomeNote, closedOn } }),
        {
          fields: {
            outcome: must(choice<"OPEN" | "ADOPTED" | "PARTLY" | "REFUSED">("CampaignOutcome", t("campaign-outcome"))),
            outcomeNote: prose(t("outcome-note")),
            closedOn: onDay(t("closed-on")),
          },
        },
      ),
    own &&
      status !== "WITHDRAWN" &&
      move(id, WithdrawCampaign, t("withdraw-campaign"), () => ({ input: given }), { sure: t("withdraw-campaign-sure") }),
  ];
}
