// Days in the calendar of the reader: Persian for Persian ones, Gregorian for English ones. A day is told as `2023-05-01`.
import { ascii } from "./digits";
import { language, zone } from "./language";

export interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY = 86_400_000;
const PERSIAN = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});
const LOCALE = language === "fa" ? "fa-IR-u-ca-persian" : "en-GB";
const MONTH = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", month: "long" });
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", weekday: "long" });
const SHORT_WEEKDAY = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", weekday: language === "fa" ? "narrow" : "short" });
/** The first day of a week, counted from Sunday. */
const FIRST = language === "fa" ? 6 : 1;

function told(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** A day of the Persian calendar. */
export function persian(iso: string): Day {
  const parts = new Map(PERSIAN.formatToParts(new Date(iso)).map(({ type, value }) => [type as string, value]));
  // Where a calendar has eras some browsers call its year by another name.
  const year = Number(parts.get("year") ?? parts.get("relatedYear"));
  return { year, month: Number(parts.get("month")), day: Number(parts.get("day")) };
}

/** The day that is called so in the Persian calendar; undefined where none is. */
export function fromPersian({ year, month, day }: Day): string | undefined {
  if (year < 1000 || year > 1700 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const before = (month - 1) * 31 - Math.max(0, month - 7) + day - 1;
  const near = Date.UTC(year + 621, 2, 21) + before * DAY;
  for (const off of [0, -1, 1, -2, 2]) {
    const found = told(near + off * DAY);
    const { year: y, month: m, day: d } = persian(found);
    if (y === year && m === month && d === day) return found;
  }
  return undefined;
}

function gregorian(iso: string): Day {
  const [year, month, day] = iso.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
}

function fromGregorian({ year, month, day }: Day): string | undefined {
  const found = told(Date.UTC(year, month - 1, day));
  const back = gregorian(found);
  return back.month === month && back.day === day ? found : undefined;
}

/** A day in the reader's calendar. */
export const partsOf = language === "fa" ? persian : gregorian;
/** The day of those parts in the reader's calendar; undefined where there is none. */
export const dayOf = language === "fa" ? fromPersian : fromGregorian;

/** The day that was typed, in either calendar: a year from 1200 to 1500 is Persian. Undefined where it is none. */
export function typedDay(text: string): string | undefined {
  const found = /^\s*(\d{4})\s*[-/.\u066b\s]\s*(\d{1,2})\s*[-/.\u066b\s]\s*(\d{1,2})\s*$/.exec(ascii(text));
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return year >= 1200 && year <= 1500 ? fromPersian({ year, month, day }) : fromGregorian({ year, month, day });
}

export function daysLater(iso: string, days: number): string {
  return told(new Date(iso).getTime() + days * DAY);
}

/** The same day of another month, or that month's last day. */
export function monthsLater(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso);
  const count = year * 12 + month - 1 + months;
  const there = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  for (let last = day; last > 27; last--) {
    const found = dayOf({ ...there, day: last });
    if (found) return found;
  }
  return dayOf({ ...there, day: Math.min(day, 27) }) ?? iso;
}

/** The weeks of the month of a day, each of seven days; undefined where a day is of another month. */
export function weeks(iso: string): (string | undefined)[][] {
  const { year, month } = partsOf(iso);
  const first = dayOf({ year, month, day: 1 });
  if (!first) return [];
  const lead = (new Date(first).getUTCDay() - FIRST + 7) % 7;
  const days: (string | undefined)[] = Array.from({ length: lead }, () => undefined);
  for (let one = first; partsOf(one).month === month; one = daysLater(one, 1)) days.push(one);
  while (days.length % 7) days.push(undefined);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The days of a week by their names, short and whole, the first one first. */
export const weekdays = Array.from({ length: 7 }, (_, place) => {
  const one = new Date(Date.UTC(2023, 0, 1 + FIRST + place)); // 1 January 2023 was a Sunday.
  return { short: SHORT_WEEKDAY.format(one), long: WEEKDAY.format(one) };
});

export function monthName(iso: string): string {
  return MONTH.format(new Date(iso));
}

/** A day as it is typed: `1402/2/11` for Persian readers (in their digits), `2023-05-01` for English ones. */
export function short(iso: string): string {
  if (language !== "fa") return iso;
  const { year, month, day } = persian(iso);
  const plain = new Intl.NumberFormat("fa-IR", { useGrouping: false });
  return [year, month, day].map((part) => plain.format(part)).join("/");
}

/** Today, in the time zone of the network. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
}

/** How many days there are until a day; 0 is today, and what is past is below. */
export function daysTo(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today())) / DAY);
}
