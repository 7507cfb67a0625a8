// The shapes that carry meaning: the eight petals of a lesson's star, and the tile it is in a wall.

/** The petals, from above in the direction of a clock. */
export const PETALS = [
  "M0-13 12.1-32.3 0-45.5-12.1-32.3z",
  "M9.2-9.2 31.4-14.3 32.2-32.2 14.3-31.4z",
  "M13 0 32.3 12.1 45.5 0 32.3-12.1z",
  "M9.2 9.2 14.3 31.4 32.2 32.2 31.4 14.3z",
  "M0 13-12.1 32.3 0 45.5 12.1 32.3z",
  "M-9.2 9.2-31.4 14.3-32.2 32.2-14.3 31.4z",
  "M-13 0-32.3-12.1-45.5 0-32.3 12.1z",
  "M-9.2-9.2-14.3-31.4-32.2-32.2-31.4-14.3z",
];

/** Half of each petal, for what worked in part. */
export const HALVES = [
  "M0-13 0-45.5-12.1-32.3z",
  "M9.2-9.2 32.2-32.2 14.3-31.4z",
  "M13 0 45.5 0 32.3-12.1z",
  "M9.2 9.2 32.2 32.2 31.4 14.3z",
  "M0 13 0 45.5 12.1 32.3z",
  "M-9.2 9.2-32.2 32.2-14.3 31.4z",
  "M-13 0-45.5 0-32.3 12.1z",
  "M-9.2-9.2-32.2-32.2-31.4-14.3z",
];

/** The eight-pointed tile: a star where petals would be too small. */
export const TILE =
  "M0-46 13.5-32.5H32.5V-13.5L46 0 32.5 13.5V32.5H13.5L0 46-13.5 32.5H-32.5V13.5L-46 0-32.5-13.5V-32.5H-13.5z";

export type Petal = "SUCCESS" | "MIXED" | "FAILURE" | "WAITING";

/** What the petals of a star are: known outcomes in their order, then those that are waited for. More than eight
 * cannot be told apart; then the star is full where it worked, and its middle has the count. */
export function petals(outcomes: readonly (string | null | undefined)[]): Petal[] {
  const known = outcomes.filter((one): one is Petal => one === "SUCCESS" || one === "MIXED" || one === "FAILURE");
  const waiting = outcomes.filter((one) => !one).map((): Petal => "WAITING");
  return [...known, ...waiting].slice(0, PETALS.length);
}
