// The steps in which an experience is told.
export const STEPS = ["what", "where", "why", "lessons", "seen", "review"] as const;
export type Step = (typeof STEPS)[number];
