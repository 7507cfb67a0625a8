// The language of this page, which its address says: `/en/…` is English, all else Persian. What is written in
// it: texts, numbers, days. A page in another language is another page.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

export type Language = "fa" | "en";

export const language: Language = document.documentElement.lang === "en" ? "en" : "fa";
/** What stands before every path of this language. */
export const base = language === "en" ? "/en" : "";

const LOCALE = language === "en" ? "en-GB" : "fa-IR";
const bundle = new FluentBundle(LOCALE, { useIsolating: true });
const every = language === "en" ? import("./texts/en/every") : import("./texts/fa/every");
const loaded = new Map<string, Promise<void>>();
const values = new Map<string, string[]>();

/** Texts of that name, with the words beside them, once they are there; without a name those of every page. */
export function texts(name = ""): Promise<void> {
  let loading = loaded.get(name);
  if (!loading) {
    loading = told(name).then((told) => told.forEach(add));
    loading.catch(() => loaded.delete(name));
    loaded.set(name, loading);
  }
  return loading;
}

async function told(name: string): Promise<string[]> {
  const { files, texts } = await every;
  if (!name) return texts;
  return Promise.all([name, `${name}.words`].flatMap((one) => files[`./${one}.ftl`]?.() ?? []));
}

function add(text: string): void {
  bundle.addResource(new FluentResource(text));
  for (const [, of, value] of text.matchAll(/^([A-Z]\w*)-(\w+) =/gm)) {
    const known = values.get(of!) ?? [];
    if (!known.includes(value!)) values.set(of!, [...known, value!]);
  }
}

const ISOLATES = /[\u2068\u2069]/g;
const ISOLATED = /\u2068[^\u2069]*\u2069/g;
/** Where a text has none of its own, nothing says from which side it is read: browsers take it for English. */
const LETTER = /\p{L}/u;

/** A text by its key. What a text is given may be a text itself: it is isolated as a whole, or it would be turned about. */
export function t(key: string, given?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) return key;
  const whole = Object.entries(given ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replace(ISOLATES, "") : value,
  ]);
  const text = bundle.formatPattern(pattern, Object.fromEntries(whole) as Record<string, FluentVariable>);
  return language === "fa" && text.includes("\u2068") && !LETTER.test(text.replace(ISOLATED, "")) ? `\u200F${text}` : text;
}

/** What a value of an enum is called: `word("TargetGroup", "RURAL")`. */
export function word(of: string, value: string): string {
  return t(`${of}-${value}`);
}

/** The values of an enum that is named here, in the order of the model. */
export function valuesOf(of: string): readonly string[] {
  return values.get(of) ?? [];
}

const numbers = new Intl.NumberFormat(LOCALE);
const LIST = new Intl.ListFormat(LOCALE, { type: "conjunction", style: language === "en" ? "long" : "narrow" });

export function number(value: number): string {
  return numbers.format(value);
}

export function list(parts: string[]): string {
  return LIST.format(parts);
}

/** A year, without a mark between its digits. */
export function plain(value: number | string): string {
  return language === "en" ? String(value) : String(value).replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]!);
}

const CALENDAR = language === "en" ? "en-GB" : "fa-IR-u-ca-persian";
/** The time zone of the network, as the hub says: its midnight begins a day. */
export const zone = document.documentElement.dataset.zone;

function parts(moment: Date, options: Intl.DateTimeFormatOptions, at: string | undefined): Map<string, string> {
  const format = new Intl.DateTimeFormat(CALENDAR, { timeZone: at, ...options });
  return new Map(format.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** A day, or the day of a moment: «۱۲ آبان ۱۴۰۲», "3 November 2023". Its month, where that is all that is told. */
export function day(told: string): string {
  if (isMonth(told)) return wholeMonth(told);
  const found = parts(new Date(told), { day: "numeric", month: "long", year: "numeric" }, zoneOf(told));
  return [found.get("day"), found.get("month"), found.get("year")].join(" ");
}

/** The month of a day or a moment: «آبان ۱۴۰۲», "November 2023". */
export function month(told: string): string {
  if (isMonth(told)) return wholeMonth(told);
  const found = parts(new Date(told), { month: "long", year: "numeric" }, zoneOf(told));
  return [found.get("month"), found.get("year")].join(" ");
}

const CLOCK = { timeZone: zone, day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" } as const;
const gregorian = new Intl.DateTimeFormat("en-u-ca-gregory-hc-h23", CLOCK);
const WITHIN = 27 * 86_400_000;

/** Whether a moment is the first of a Gregorian month: so the hub tells the times of what is anonymized. */
function isMonth(told: string): boolean {
  if (told.length === 10) return false;
  return gregorian.formatToParts(new Date(told)).every(({ type, value }) => type === "literal" || +value === +(type === "day"));
}

/** A Gregorian month by its first day. In the Persian calendar it is of two months: «شهریور یا مهر ۱۴۰۵». */
function wholeMonth(told: string): string {
  const [first, last] = [0, WITHIN].map((more) =>
    parts(new Date(Date.parse(told) + more), { month: "long", year: "numeric" }, zoneOf(told)),
  ) as [Map<string, string>, Map<string, string>];
  const [year, next] = [first.get("year")!, last.get("year")!];
  return `${either(first.get("month")! + (year === next ? "" : ` ${year}`), last.get("month")!)} ${next}`;
}

function either(one: string, other: string): string {
  return one === other ? one : t("either", { one, other });
}

/** A day of what is anonymized: it tells its month, or no more than its year, whose first day January's is too. */
export function around(told: string): string {
  if (!told.endsWith("-01-01")) return wholeMonth(told);
  const years = [told, `${told.slice(0, 4)}-12-31`].map((end) => parts(new Date(end), { year: "numeric" }, "UTC").get("year")!);
  return either(years[0]!, years[1]!);
}

/** A day has no zone; a moment is told in that of the network. */
function zoneOf(told: string): string | undefined {
  return told.length === 10 ? "UTC" : zone;
}

/** An amount as readers count it: in tomans for Persian ones, in rials for English ones; a new rial is ten thousand. */
export function money(amount: string, unit: "IRR" | "NEW_IRR" | null): string {
  const rials = BigInt(amount) * (unit === "NEW_IRR" ? 10_000n : 1n);
  return language === "fa"
    ? t("tomans", { amount: numbers.format(rials / 10n) })
    : t("rials", { amount: numbers.format(rials) });
}

/** A whole number of any length. */
export function whole(value: bigint): string {
  return numbers.format(value);
}

/** The same in rials for everybody, and about how much it is in the reader's own unit. */
export function inRials(rials: string): string {
  return t("rials", { amount: numbers.format(BigInt(rials)) });
}

const compact = new Intl.NumberFormat(LOCALE, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 });

export function roughly(rials: string): string {
  const amount = Number(rials) / (language === "fa" ? 10 : 1);
  return t(language === "fa" ? "tomans" : "rials", { amount: compact.format(amount) });
}

const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The time of a moment where the reader is: «۱۴:۰۵», "14:05". */
export function time(moment: Date): string {
  return clock.format(moment);
}

const UNITS = ["byte", "kilobyte", "megabyte"] as const;

/** A size of a file: "340 kB". */
export function bytes(size: number): string {
  const step = Math.min(size < 1 ? 0 : Math.floor(Math.log(size) / Math.log(1000)), 2);
  const options = { style: "unit", unit: UNITS[step]!, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(LOCALE, options).format(size / 1000 ** step);
}
