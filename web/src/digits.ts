// Numbers as people type them: digits of three scripts, with marks between thousands or without.
const OTHERS = /[\u06f0-\u06f9\u0660-\u0669]/g;
const BETWEEN = /[\s\u200c\u200f,\u066c\u060c']/g;

/** Digits of any script as those of ASCII: what is stored and compared. */
export function ascii(text: string): string {
  return text.replace(OTHERS, (digit) => String(digit.charCodeAt(0) & 15));
}

/** The number that was typed; undefined where it is none. */
export function typedNumber(text: string): number | undefined {
  const plain = ascii(text).replace(BETWEEN, "").replace(/\u066b/, ".").replace(/^\u2212/, "-");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** The whole number that was typed, of any length; undefined where it is none. */
export function typedWhole(text: string): bigint | undefined {
  const plain = ascii(text).replace(BETWEEN, "");
  return /^\d+$/.test(plain) ? BigInt(plain) : undefined;
}
