// What a list is narrowed by stands in its address: a link is the list as it was seen.
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";

export function useFilters<Name extends string>(names: readonly Name[]) {
  const route = useRoute();
  const router = useRouter();

  function value(name: Name): string | undefined {
    const told = route.query[name];
    return (Array.isArray(told) ? told[0] : told) || undefined;
  }

  /** The value of that name, if it is one of these. */
  function among<Value extends string>(name: Name, values: readonly Value[]): Value | undefined {
    return values.find((one) => one === value(name));
  }

  function set(name: Name, told: string): void {
    void router.replace({ query: { ...route.query, [name]: told || undefined } });
  }

  function clear(): void {
    void router.replace({ query: {} });
  }

  const some = computed(() => names.some(value));
  return { value, among, set, clear, some };
}

/** A filter as it is chosen from: no value is all of them. */
export interface Filter {
  name: string;
  label: string;
  all: string;
  options: readonly { value: string; name: string }[];
}
