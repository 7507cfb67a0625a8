// What lists are narrowed by: a place, a target group, whether it is open.
import { t, word } from "@/language";
import type { Filter } from "./filters";
import type { TargetGroup } from "./jobs.asked";
import { provinces } from "./places";

export const GROUPS: readonly TargetGroup[] = [
  "WOMEN_HEADS_OF_HOUSEHOLD",
  "YOUTH",
  "PEOPLE_WITH_DISABILITIES",
  "RECOVERING_FROM_ADDICTION",
  "RURAL",
  "DECILES_1_4",
  "DEPRIVED_AREAS",
  "REFUGEES",
  "FORMER_PRISONERS",
];

export function valueFilter<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  called: (value: Value) => string,
): Filter {
  return { name, label, all: t("all"), options: values.map((value) => ({ value, name: called(value) })) };
}

export function placeFilter(): Filter {
  return {
    name: "place",
    label: t("province"),
    all: t("everywhere"),
    options: provinces().value.map((one) => ({ value: one.id, name: one.name })),
  };
}

export function groupFilter(): Filter {
  return valueFilter("group", t("for-whom"), GROUPS, (one) => word("TargetGroup", one));
}

/** Open ones unless all are asked for. */
export function stateFilter(open: string, all: string): Filter {
  return { name: "state", label: t("state"), all: open, options: [{ value: "all", name: all }] };
}
