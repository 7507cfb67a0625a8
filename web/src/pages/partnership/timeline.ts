// The dues of a year on a line, in the seasons of the reader's calendar.
import { dayOf, daysLater, monthName, partsOf, today } from "@/calendar";
import { late, type Entry } from "./ledger";

export interface Due {
  id: string;
  at: number;
  row: number;
  entry: Entry;
  late: boolean;
}

export interface Line {
  year: number;
  now: number | undefined;
  rows: number;
  quarters: { at: number; name: string }[];
  dues: Due[];
}

/** The year that is told: this one, or else the one of the due that is nearest to it. */
function yearOf(days: readonly string[]): number {
  const now = partsOf(today()).year;
  const years = days.map((day) => partsOf(day).year);
  if (!years.length || years.includes(now)) return now;
  return years.reduce((best, year) => (Math.abs(year - now) < Math.abs(best - now) ? year : best));
}

export function line(entries: readonly Entry[]): Line | undefined {
  const dated = entries.filter((entry) => entry.dueOn && entry.status !== "REMOVED");
  if (!dated.length) return undefined;
  const year = yearOf(dated.map((entry) => entry.dueOn!));
  const first = dayOf({ year, month: 1, day: 1 })!;
  const next = dayOf({ year: year + 1, month: 1, day: 1 })!;
  const whole = Date.parse(next) - Date.parse(first);
  const place = (day: string): number => ((Date.parse(day) - Date.parse(first)) / whole) * 100;
  const taken = new Map<number, number>();
  const dues = dated
    .filter((entry) => entry.dueOn! >= first && entry.dueOn! < next)
    .map((entry) => {
      const at = place(entry.dueOn!);
      const slot = Math.round(at / 3);
      const row = taken.get(slot) ?? 0;
      taken.set(slot, row + 1);
      return { id: entry.id, at, row, entry, late: late(entry) };
    });
  const now = place(today());
  return {
    year,
    now: now >= 0 && now < 100 ? now : undefined,
    rows: Math.max(1, ...taken.values()),
    quarters: [1, 4, 7, 10].map((month) => {
      const begins = dayOf({ year, month, day: 1 })!;
      return { at: place(begins), name: monthName(daysLater(begins, 1)) };
    }),
    dues,
  };
}
