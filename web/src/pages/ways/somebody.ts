// What is asked about somebody stands after the `#` of the address, which a browser sends to nobody: a link and
// the back button work, and neither the hub's log nor the site that is gone to next learns of it.
import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import type { SupportForQueryVariables, SupportPurpose, TargetGroup } from "./support.asked";

export const LOWEST = 1;
export const HIGHEST = 10;
export const PURPOSES: readonly SupportPurpose[] = ["TRAINING", "EMPLOYMENT", "SELF_EMPLOYMENT"];
/** Those that decile and place do not tell by themselves. */
export const ASKED_GROUPS: readonly TargetGroup[] = [
  "WOMEN_HEADS_OF_HOUSEHOLD",
  "YOUTH",
  "PEOPLE_WITH_DISABILITIES",
  "RECOVERING_FROM_ADDICTION",
  "RURAL",
  "REFUGEES",
  "FORMER_PRISONERS",
];
const NONE = "none";
const OLDEST = 120;

export function useSomebody() {
  const route = useRoute();
  const router = useRouter();
  const told = computed(() => new URLSearchParams(route.hash.slice(1)));

  const decile = computed(() => whole("decile", LOWEST, HIGHEST));
  const age = computed(() => whole("age", 0, OLDEST));
  const groups = computed(() => ASKED_GROUPS.filter((one) => told.value.getAll("group").includes(one)));
  const noGroup = computed(() => told.value.get("group") === NONE);
  const province = computed(() => told.value.get("province") ?? "");
  const county = computed(() => told.value.get("county") ?? "");
  const purpose = computed(() => PURPOSES.find((one) => one === told.value.get("purpose")));
  const some = computed(() => told.value.size > 0);

  /** What is asked, once anything is told. */
  const given = computed((): SupportForQueryVariables | undefined => {
    if (!some.value) return undefined;
    return {
      decile: decile.value,
      targetGroups: groups.value.length || noGroup.value ? groups.value : undefined,
      regionId: county.value || province.value || undefined,
      age: age.value,
      purpose: purpose.value,
    };
  });

  function whole(name: string, least: number, most: number): number | undefined {
    const value = Number(told.value.get(name) || NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  }

  function tell(change: (said: URLSearchParams) => void): void {
    const said = new URLSearchParams(told.value);
    change(said);
    void router.replace({ hash: said.size ? `#${said}` : "" });
  }

  function set(name: "decile" | "age" | "province" | "county" | "purpose", value: string): void {
    tell((said) => {
      if (value) said.set(name, value);
      else said.delete(name);
      if (name === "province") said.delete("county");
    });
  }

  function turn(group: TargetGroup): void {
    const then = groups.value.includes(group)
      ? groups.value.filter((one) => one !== group)
      : [...groups.value, group];
    tell((said) => {
      said.delete("group");
      then.forEach((one) => said.append("group", one));
    });
  }

  function turnNone(): void {
    tell((said) => {
      said.delete("group");
      if (!noGroup.value) said.set("group", NONE);
    });
  }

  const forget = (): void => tell((said) => [...said.keys()].forEach((name) => said.delete(name)));
  return { decile, age, groups, noGroup, province, county, purpose, some, given, set, turn, turnNone, forget };
}
