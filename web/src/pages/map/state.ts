// What the map shows stands in the address: a link is the map, and going back is the one before.
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import { valuesOf } from "@/language";
import type { MapDrawnQueryVariables } from "./map.asked";

type Filter = NonNullable<MapDrawnQueryVariables["filter"]>;
type MapTieKind = NonNullable<Filter["tieKinds"]>[number];

export const KINDS = ["NGO", "FOUNDATION", "TRAINING_PROVIDER", "ENTERPRISE", "NETWORK", "STATE_BODY"] as const;

/** What can be seen by colour, and by size. */
export const COLOURS = ["plain", "kind", "status", "ties", "partnerships", "shared", "provinces"] as const;
export const SIZES = ["ties", "partnerships", "shared", "provinces", "equal"] as const;
export type Colour = (typeof COLOURS)[number];
export type Size = (typeof SIZES)[number];

const DAY = /^\d{4}-\d\d-\d\d$/;

export function useMapState() {
  const route = useRoute();
  const router = useRouter();
  const one = (name: string): string => {
    const value = route.query[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const among = <Value extends string>(values: readonly Value[], name: string): Value =>
    values.find((value) => value === one(name)) ?? values[0]!;

  const topic = computed(() => one("topic"));
  const region = computed(() => one("region"));
  const tie = computed(() => (valuesOf("MapTieKind").find((kind) => kind === one("tie")) ?? "") as MapTieKind | "");
  /** A day, `ever` or nothing, which is today. */
  const on = computed(() => (one("on") === "ever" || DAY.test(one("on")) ? one("on") : ""));
  const colour = computed(() => among(COLOURS, "colour"));
  const size = computed(() => among(SIZES, "size"));
  const table = computed(() => one("view") === "table");
  const at = computed(() => one("at"));

  const covered = computed((): Filter => (topic.value ? { topicIds: [topic.value] } : {}));
  const filter = computed((): Filter => {
    const asked: Filter = { ...covered.value };
    if (region.value) asked.regionIds = [region.value];
    if (tie.value) asked.tieKinds = [tie.value];
    if (on.value === "ever") asked.ever = true;
    else if (on.value) asked.asOf = on.value;
    return asked;
  });

  function set(name: string, value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } });
  }

  function clear(): void {
    void router.replace({ query: { view: table.value ? "table" : undefined } });
  }

  return { topic, region, tie, on, colour, size, table, at, filter, covered, set, clear };
}
