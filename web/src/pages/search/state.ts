// What is searched stands in the address: a link is the search, and going back is the one before.
import { computed } from "vue";
import { useRoute, useRouter, type LocationQueryValue } from "vue-router";
import type { SearchQueryVariables } from "./search.asked";

/** The facets, by their name in the address and in the question. */
export const FACETS = {
  type: "types",
  topic: "topics",
  region: "regions",
  outcome: "outcomes",
  year: "years",
} as const;
export type Facet = keyof typeof FACETS;

function all(value: LocationQueryValue | LocationQueryValue[] | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => !!one);
}

export function useSearchState() {
  const route = useRoute();
  const router = useRouter();
  const query = computed(() => all(route.query.q)[0] ?? "");
  const chosen = (facet: Facet): string[] => all(route.query[facet]);
  const some = computed(() => Object.keys(FACETS).some((facet) => chosen(facet as Facet).length));

  /** What is asked for, if anything is looked for. */
  const given = computed((): SearchQueryVariables | undefined => {
    if (!query.value && !some.value) return undefined;
    const asked: Record<string, unknown> = { query: query.value };
    for (const [facet, name] of Object.entries(FACETS)) {
      const values = chosen(facet as Facet);
      if (values.length) asked[name] = facet === "year" ? values.map(Number) : values;
    }
    return asked as SearchQueryVariables;
  });

  function look(words: string): void {
    void router.push({ query: { ...route.query, q: words || undefined } });
  }

  function turn(facet: Facet, value: string): void {
    const now = chosen(facet);
    const then = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    void router.replace({ query: { ...route.query, [facet]: then } });
  }

  function clear(): void {
    void router.replace({ query: { q: query.value || undefined } });
  }

  return { query, given, chosen, some, look, turn, clear };
}
