// What the board shows stands in its address: a link is the board as somebody saw it.
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import type { ResourceOfferFilter } from "./board.asked";

export const FACETS = ["kind", "region", "topic"] as const;
export type Facet = (typeof FACETS)[number];
type Both = Pick<ResourceOfferFilter, "kind" | "region" | "topics" | "fulfillment">;

export function useBoard() {
  const route = useRoute();
  const router = useRouter();
  const chosen = (facet: Facet): string => {
    const value = route.query[facet];
    return typeof value === "string" ? value : "";
  };
  const whole = computed(() => route.query.done === "1");
  const some = computed(() => whole.value || FACETS.some((facet) => chosen(facet)));

  /** What both sides are narrowed by. */
  const filter = computed((): Both => {
    const narrowed: Record<string, unknown> = {};
    if (chosen("kind")) narrowed.kind = { eq: chosen("kind") };
    if (chosen("region")) narrowed.region = { within: { id: { eq: chosen("region") } } };
    if (chosen("topic")) narrowed.topics = { some: { within: { id: { eq: chosen("topic") } } } };
    if (!whole.value) narrowed.fulfillment = { in: ["OPEN", "RESERVED"] };
    return narrowed as Both;
  });

  function set(name: Facet | "done", value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } });
  }
  function clear(): void {
    void router.replace({ query: {} });
  }
  return { chosen, whole, some, filter, set, clear };
}
