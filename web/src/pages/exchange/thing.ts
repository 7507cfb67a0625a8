// What the page of an offer or a need knows of it.
import type { ExchangeLineFragment, NeedLineFragment, OfferLineFragment } from "./board.asked";

export type Thing = (OfferLineFragment | NeedLineFragment) & {
  visibility: string;
  publishedAt: string | null;
  topics: { id: string; label: string }[];
  skills: { id: string; label: string }[];
  targetGroups?: readonly string[];
  program?: { id: string; title: string } | null;
  exchanges: { totalCount: number; nodes: ExchangeLineFragment[] };
};

/** Whether something may still come of it, so that others are looked for. */
export function isOpen({ status, fulfillment }: Thing): boolean {
  return status === "PUBLISHED" && fulfillment !== "FULFILLED";
}
