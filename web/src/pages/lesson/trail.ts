// What happened to a lesson or an approach, in order: from the experience it came from to the next to apply it.
export interface Step {
  id: string;
  note: string | null;
  outcome: string | null;
  outcomeNote: string | null;
  outcomeRecordedAt: string | null;
  startedOn: string | null;
  createdAt: string;
  adopter: { id: string; name: string; location: { id: string; name: string } | null } | null;
}

/** The day on which a step stands in the trail: when its outcome was told, or else when it began. */
export function dayOf(step: Step): string {
  return step.outcomeRecordedAt ?? step.startedOn ?? step.createdAt;
}

/** Those whose outcome is known in the order in which it was told, then those that are still waited for. */
export function ordered(steps: readonly Step[]): Step[] {
  const told = steps.filter((step) => step.outcome).sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
  return [...told, ...steps.filter((step) => !step.outcome)];
}
