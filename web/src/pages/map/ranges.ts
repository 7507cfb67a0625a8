import { number, t } from "@/language";

/** What each step of a colour stands for, in words: «۲ تا ۴». */
export function ranges(begins: readonly number[]): { begin: number; said: string }[] {
  return begins.map((begin, at) => {
    const next = begins[at + 1];
    if (next === undefined) return { begin, said: t("map-and-more", { from: begin }) };
    return { begin, said: next === begin + 1 ? number(begin) : t("map-range", { from: begin, to: next - 1 }) };
  });
}
