// How far a day is from today, where the network is.
const ZONE = "Asia/Tehran";
const DAY = 86_400_000;

/** Today, as the hub counts days: "2026-03-01". */
export function today(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(new Date());
}

/** How many days there are until a day; 0 is today, and what is past is below. */
export function daysTo(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today())) / DAY);
}
