// What the style guide measures: its pigments, by their contrast where they stand, and the steps of type.

export const PIGMENTS = [
  "ink",
  "ink-2",
  "act",
  "learn-ink",
  "late",
  "o-success",
  "o-failure",
  "o-mixed",
  "o-near",
] as const;
export const SIZES = ["t5", "t4", "t3", "t2", "t1", "t0", "t-1"] as const;

function brightness(colour: string): number {
  const [red, green, blue] = (colour.match(/[\da-f]{2}/gi) ?? []).map((part) => {
    const value = parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The contrast of two colours written as `#17211f`, as WCAG works it out: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
