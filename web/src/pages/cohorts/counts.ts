// The counts of a cohort, in the order in which they are told, and the rows in which they stand.
import { word } from "@/language";
import type { CohortCount, Gender, TargetGroup } from "./cohort.asked";

/** Each count by its name in a report, and the one it is told by elsewhere. */
export const COUNTS = [
  ["enrolled", "ENROLLED"],
  ["completed", "COMPLETED"],
  ["droppedOut", "DROPPED_OUT"],
  ["examined", "EXAMINED"],
  ["certified", "CERTIFIED"],
  ["employedAfter3Months", "EMPLOYED_3"],
  ["selfEmployedAfter3Months", "SELF_EMPLOYED_3"],
  ["employedAfter6Months", "EMPLOYED_6"],
  ["selfEmployedAfter6Months", "SELF_EMPLOYED_6"],
  ["employedAfter12Months", "EMPLOYED_12"],
  ["selfEmployedAfter12Months", "SELF_EMPLOYED_12"],
] as const satisfies readonly (readonly [string, CohortCount])[];

export type CountName = (typeof COUNTS)[number][0];
export const NAMES: readonly CountName[] = COUNTS.map(([name]) => name);

/** Whom a row is of: all, those of a gender, or those of a target group. */
export interface Whom {
  gender: Gender | null;
  targetGroup: TargetGroup | null;
}

export function whomSaid(of: Whom): string {
  if (of.gender) return word("Gender", of.gender);
  return of.targetGroup ? word("TargetGroup", of.targetGroup) : word("CohortBreakdown", "IN_ALL");
}

export function countSaid(name: CountName): string {
  return word("CohortCount", codeOf(name));
}

export function codeOf(name: CountName): CohortCount {
  return COUNTS.find(([one]) => one === name)![1];
}
