// Why an organization is suggested, in words that name what is behind it.
import { list, t, texts } from "@/language";
import type { SuggestedQuery } from "./suggested.asked";

await texts("introducing");

export type Suggestion = SuggestedQuery["collaborators"][number];
type Reason = Suggestion["reasons"][number];

/** A reason as a sentence: «هر دو با انجمن رود کار می‌کنند». */
export function reasonSaid(reason: Reason): string {
  const named = {
    topics: said(reason.topics.map((one) => one.label)),
    skills: said(reason.skills.map((one) => one.label)),
    regions: said(reason.regions.map((one) => one.name)),
    organizations: said(reason.organizations.map((one) => one.name)),
    experiences: titles(reason.experiences),
    offers: titles(reason.offers),
    needs: titles(reason.needs),
    programs: titles(reason.programs),
    courses: titles(reason.courses),
    apprenticeships: titles(reason.apprenticeships),
    jobs: titles(reason.jobOpportunities),
  };
  return t(`why-${reason.kind}`, named);
}

function titles(records: readonly { title: string }[]): string {
  // Quoted by hand: marks around a text that is isolated by itself would take a side of their own.
  return said(records.map((one) => `${t("quote-open")}${one.title}${t("quote-close")}`));
}

/** Three of them at most: a reason is a line. */
function said(names: string[]): string {
  return list(names.slice(0, 3));
}
