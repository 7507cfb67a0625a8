// Why two things go together, in words.
import { list, t } from "@/language";

export interface Reason {
  kind: string;
  topics: readonly { label: string }[];
  skills: readonly { label: string }[];
  regions: readonly { name: string }[];
}

/** The kinds of reason that are told here: the thing itself first, then what is near to it. */
export const TOLD = ["OFFER_MEETS_NEED", "NEED_MEETS_OFFER", "OFFER_NEAR_NEED", "NEED_NEAR_OFFER"];

export function meets(kind: string): boolean {
  return kind.includes("_MEETS_");
}

/** The reasons behind a match: «همان چیز، در دسترس و به‌هنگام؛ موضوع: پوشاک». */
export function told(reasons: readonly Reason[]): string[] {
  return reasons.map((reason) => {
    const shared = [
      ...reason.topics.map(({ label }) => label),
      ...reason.skills.map(({ label }) => label),
      ...reason.regions.map(({ name }) => name),
    ];
    const why = t(`because-${reason.kind}`);
    return shared.length ? t("because-of", { why, shared: list([...new Set(shared)]) }) : why;
  });
}
