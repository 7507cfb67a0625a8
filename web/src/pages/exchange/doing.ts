// What organizations may do with an offer, a need, and an exchange of them.
import { t } from "@/language";
import { me, mine } from "@/me";
import { count, move, prose, sum, type Move } from "@/parts/together/moving";
import type { ExchangeLineFragment, NeedLineFragment, OfferLineFragment } from "./board.asked";
import {
  AcceptExchange,
  CancelExchange,
  ConfirmDelivery,
  DeclineExchange,
  ProposeExchange,
  WithdrawNeed,
  WithdrawOffer,
} from "./moves.asked";

type Moves = readonly (Move | false)[];

/** Ask for an offer, or to meet a need; with both, as one that belongs to the other. */
export function proposing(
  thing: OfferLineFragment | NeedLineFragment,
  label: string,
  ids: { offerId?: string; needId?: string },
): Move {
  const { quantity, unit, amount } = thing.remaining;
  return move(
    `${ids.offerId ?? ""}-${ids.needId ?? ""}`,
    ProposeExchange,
    label,
    (said) => ({
      input: {
        ...ids,
        note: said.note,
        quantity: said.quantity,
        unit: said.quantity === undefined ? undefined : (unit ?? undefined),
        amount: said.amount,
        amountUnit: said.amount === undefined ? undefined : ("IRR" as const),
      },
    }),
    {
      primary: true,
      fields: {
        quantity: count(t("how-much-of", { unit: unit ?? "" }), {
          hidden: quantity === null,
          first: quantity,
          hint: t("how-much-what"),
        }),
        amount: sum(t("how-much-money"), { hidden: amount === null, hint: t("how-much-what") }),
        note: prose(t("exchange-note")),
      },
    },
  );
}

export function movesOfOffer(offer: OfferLineFragment & { version: number }): Moves {
  if (!me.value || offer.status !== "PUBLISHED") return [];
  if (!mine(offer.publisher)) return [offer.fulfillment === "OPEN" && proposing(offer, t("ask-for-it"), { offerId: offer.id })];
  const given = { id: offer.id, version: offer.version };
  return [
    offer.fulfillment !== "RESERVED" &&
      move(offer.id, WithdrawOffer, t("withdraw-offer"), () => ({ input: given }), { sure: t("withdraw-thing-sure") }),
  ];
}

export function movesOfNeed(need: NeedLineFragment & { version: number }): Moves {
  if (!me.value || need.status !== "PUBLISHED") return [];
  if (!mine(need.publisher)) return [need.fulfillment === "OPEN" && proposing(need, t("meet-it"), { needId: need.id })];
  const given = { id: need.id, version: need.version };
  return [
    need.fulfillment !== "RESERVED" &&
      move(need.id, WithdrawNeed, t("withdraw-need"), () => ({ input: given }), { sure: t("withdraw-thing-sure") }),
  ];
}

export function movesOfExchange(exchange: ExchangeLineFragment): Moves {
  const { id, version, status } = exchange;
  const giver = mine(exchange.provider);
  const taker = mine(exchange.receiver);
  if (!giver && !taker) return [];
  const own = mine(exchange.proposedBy);
  const given = { id, version };
  const confirmed = giver ? exchange.providerConfirmedAt : exchange.receiverConfirmedAt;
  return [
    status === "PROPOSED" &&
      !own &&
      move(id, AcceptExchange, t("accept-exchange"), () => ({ input: given }), { primary: true }),
    status === "PROPOSED" &&
      !own &&
      move(id, DeclineExchange, t("decline-exchange"), () => ({ input: given }), { sure: t("decline-exchange-sure") }),
    status === "ACCEPTED" &&
      !confirmed &&
      move(id, ConfirmDelivery, t(giver ? "confirm-given" : "confirm-received"), () => ({ input: given }), {
        primary: true,
        sure: t("confirm-delivery-sure"),
      }),
    ((status === "PROPOSED" && own) || status === "ACCEPTED") &&
      move(id, CancelExchange, t("cancel-exchange"), () => ({ input: given }), { sure: t("cancel-exchange-sure") }),
  ];
}
