// What is said of a way into work in a few words: its days, what it costs, what it pays, whom it is for.
import { day, list, money, number, plain, t, word } from "@/language";
import type { CenterLineFragment } from "./centers.asked";
import type { CourseLineFragment } from "./courses.asked";
import type { InstrumentLineFragment } from "./instruments.asked";
import type { JobLineFragment } from "./jobs.asked";

/** A row of facts: its label, and a text or names. What has neither is not shown. */
export interface Fact {
  label: string;
  text?: string | 0 | null;
  names?: readonly { id: string; name: string; to?: object }[];
  href?: string | null;
}

/** From a day to a day, as far as they are told. */
export function when(from: string | null, to: string | null): string {
  if (from && to) return t("from-to", { from: day(from), to: day(to) });
  if (from) return t("from", { from: day(from) });
  return to ? t("until", { day: day(to) }) : "";
}

/** What a job pays in a month. */
export function pay(job: Pick<JobLineFragment, "payFrom" | "payTo" | "payUnit">): string {
  const [from, to] = [job.payFrom, job.payTo].map((one) => (one ? money(one, job.payUnit) : ""));
  if (from && to && from !== to) return t("pay-between", { from, to });
  return from || to ? t("pay-about", { amount: (from || to)! }) : "";
}

/** What a trainee pays of a course. */
export function cost(course: Pick<CourseLineFragment, "price" | "priceUnit" | "unpaidPercent">): string {
  if (!course.price) return "";
  if (course.price === "0") return t("free");
  const whole = money(course.price, course.priceUnit);
  const left = course.unpaidPercent;
  if (left === null || left >= 100) return whole;
  return left <= 0 ? t("paid-in-full") : t("you-pay", { percent: number(left), amount: whole });
}

/** An amount by its year, the newest that is told. */
export function latestAmount({ amounts }: Pick<InstrumentLineFragment, "amounts">): string {
  const newest = [...amounts].sort((one, other) => (other.year ?? 0) - (one.year ?? 0) || other.position - one.position);
  return newest[0] ? amountSaid(newest[0]) : "";
}

export function amountSaid(one: InstrumentLineFragment["amounts"][number]): string {
  const amount = money(one.amount, one.amountUnit);
  const whole = one.basis === "PER_PERSON" ? t("a-person", { amount }) : amount;
  return one.year ? t("in-year", { amount: whole, year: yearSaid(one.year, one.calendar) }) : whole;
}

/** A year as its calendar counts it, with the calendar's name where a reader would take it for the other. */
export function yearSaid(year: number, calendar: string): string {
  return calendar === "GREGORIAN" ? t("year-gregorian", { year: plain(year) }) : t("year-jalali", { year: plain(year) });
}

export function facilitatorsOf({ facilitators }: Pick<CenterLineFragment, "facilitators">) {
  return [...facilitators].sort((one, other) => other.asOf.localeCompare(one.asOf))[0];
}

export interface Eligible {
  targetGroups: readonly string[];
  incomeDecileFrom: number | null;
  incomeDecileTo: number | null;
  deprivedAreasOnly: boolean | null;
  ageFrom: number | null;
  ageTo: number | null;
  otherConditions: string | null;
}

/** Whom something is for. */
export function eligibility(record: Eligible): Fact[] {
  return [
    { label: t("for-whom"), text: groupsSaid(record.targetGroups) },
    { label: t("decile"), text: spanSaid(record.incomeDecileFrom, record.incomeDecileTo, "decile") },
    { label: t("age"), text: spanSaid(record.ageFrom, record.ageTo, "age") },
    { label: t("where"), text: record.deprivedAreasOnly ? t("deprived-only") : "" },
    { label: t("conditions"), text: record.otherConditions },
  ];
}

export function groupsSaid(groups: readonly string[]): string {
  return list(groups.map((one) => word("TargetGroup", one)));
}

function spanSaid(from: number | null, to: number | null, of: "decile" | "age"): string {
  if (from === null && to === null) return "";
  if (from === null) return t(`span-to-${of}`, { to: number(to!) });
  if (to === null) return t(`span-from-${of}`, { from: number(from) });
  return from === to ? number(from) : t(`span-both-${of}`, { from: number(from), to: number(to) });
}

type Named = { id: string; name: string };
type Unit = "IRR" | "NEW_IRR" | null;

export function organizationOf(label: string, organization: Named | null): Fact {
  return { label, names: organization ? [{ ...organization, to: at("organization", organization.id) }] : [] };
}

export function regionOf(region: Named | null): Fact {
  return { label: t("region"), names: region ? [{ ...region, to: at("region", region.id) }] : [] };
}

export function skillsOf(skills: readonly { id: string; label: string }[]): Fact {
  const names = skills.map(({ id, label }) => ({ id, name: label, to: { name: "pathways", query: { skill: id } } }));
  return { label: t("skills"), names };
}

/** A record that is told by its title alone. */
export function named(label: string, page: "program" | "partnership", record: { id: string; title: string } | null): Fact {
  return { label, names: record ? [{ id: record.id, name: record.title, to: at(page, record.id) }] : [] };
}

function at(name: string, id: string): object {
  return { name, params: { id } };
}

/** A share of a price: in percent, or as an amount. */
export function shareSaid(share: { percent: number | null; amount: string | null; amountUnit: Unit }): string {
  return share.percent !== null
    ? t("percent", { count: number(share.percent) })
    : money(share.amount ?? "0", share.amountUnit);
}
