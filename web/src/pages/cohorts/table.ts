// The table of a cohort's counts: a column for all, those of a gender and of a target group; it adds itself up, and
// takes what is pasted from a spreadsheet, whichever way that lies.
import { typedWhole } from "@/digits";
import { number, t } from "@/language";
import { COUNTS, countSaid, NAMES, whomSaid, type CountName, type Whom } from "./counts";

/** Whom it is of, and what is typed for each count. */
export interface Column extends Whom {
  cells: Partial<Record<CountName, string>>;
}

/** What is wrong with a cell. */
export interface Wrong {
  column: number;
  name: CountName;
  message: string;
}

export function blank(): Column[] {
  return [column(null), column("FEMALE"), column("MALE")];
}

/** With columns for the genders, where there is none yet: what stays empty is not told. */
export function withGenders(columns: Column[]): Column[] {
  return columns.some((one) => one.gender) ? columns : [...columns, column("FEMALE"), column("MALE")];
}

function column(gender: Whom["gender"]): Column {
  return { gender, targetGroup: null, cells: {} };
}

/** The count of a cell; undefined where it has none, or none that is one. */
export function countOf(one: Column, name: CountName): number | undefined {
  const found = typedWhole(one.cells[name] ?? "");
  return found === undefined ? undefined : Number(found);
}

/** What the hub is given: the whole, and every other column that says something. */
export function outcomesOf(columns: readonly Column[]) {
  return columns
    .filter((one, place) => place === 0 || NAMES.some((name) => countOf(one, name) !== undefined))
    .map((one) => ({
      ...(one.gender && { gender: one.gender }),
      ...(one.targetGroup && { targetGroup: one.targetGroup }),
      ...Object.fromEntries(NAMES.map((name) => [name, countOf(one, name)]).filter(([, count]) => count !== undefined)),
    }));
}

// -- adding up -------------------------------------------------------------------------------------

/** The sum of the genders for a count, once all of them have it. */
function sumOf(columns: readonly Column[], name: CountName): number | undefined {
  const counts = columns.filter((one) => one.gender).map((one) => countOf(one, name));
  return counts.length && counts.every((one) => one !== undefined)
    ? counts.reduce<number>((sum, one) => sum + one!, 0)
    : undefined;
}

/** Write in a cell. The whole follows the sum of the genders, unless somebody has written another. */
export function write(columns: Column[], place: number, name: CountName, text: string): void {
  const before = sumOf(columns, name);
  columns[place]!.cells[name] = text;
  const sum = sumOf(columns, name);
  const whole = columns[0]!;
  const followed = !whole.cells[name]?.trim() || countOf(whole, name) === before;
  if (place > 0 && columns[place]!.gender && followed && sum !== undefined) whole.cells[name] = number(sum);
}

/** How many have neither completed nor dropped out. */
export function stillIn(one: Column): number | undefined {
  const enrolled = countOf(one, "enrolled");
  if (enrolled === undefined) return undefined;
  return enrolled - (countOf(one, "completed") ?? 0) - (countOf(one, "droppedOut") ?? 0);
}

/** Each count with its parts, which are never more than it together. */
function partsOf(one: Column): [CountName, CountName[]][] {
  const examined = countOf(one, "examined") === undefined ? "completed" : "examined";
  return [
    ["enrolled", ["completed", "droppedOut"]],
    ["completed", ["examined"]],
    [examined, ["certified"]],
    ["completed", ["employedAfter3Months", "selfEmployedAfter3Months"]],
    ["completed", ["employedAfter6Months", "selfEmployedAfter6Months"]],
    ["completed", ["employedAfter12Months", "selfEmployedAfter12Months"]],
  ];
}

/** What does not add up, as the hub would refuse it. */
export function wrongs(columns: readonly Column[]): Wrong[] {
  const found: Wrong[] = [];
  columns.forEach((one, place) => {
    for (const name of NAMES) {
      if (one.cells[name]?.trim() && countOf(one, name) === undefined)
        found.push({ column: place, name, message: t("cell-not-a-count", { count: countSaid(name) }) });
    }
    for (const [whole, parts] of partsOf(one)) {
      const told = parts.filter((name) => countOf(one, name) !== undefined);
      const sum = told.reduce((total, name) => total + countOf(one, name)!, 0);
      const most = countOf(one, whole);
      if (!told.length || (most !== undefined && sum <= most)) continue;
      const said = { parts: told.map(countSaid).join(" + "), sum, whole: countSaid(whole) };
      found.push({
        column: place,
        name: told.at(-1)!,
        message: most === undefined ? t("cell-whole-missing", said) : t("cell-too-many", { ...said, most }),
      });
    }
    if (place > 0) found.push(...withinWhole(columns[0]!, one, place));
  });
  return [...found, ...genders(columns)];
}

function withinWhole(whole: Column, one: Column, place: number): Wrong[] {
  return NAMES.flatMap((name) => {
    const [part, most] = [countOf(one, name), countOf(whole, name)];
    if (part === undefined || (most !== undefined && part <= most)) return [];
    const said = { whom: whomSaid(one), count: countSaid(name), part };
    const message = most === undefined ? t("cell-all-missing", said) : t("cell-over-all", { ...said, most });
    return [{ column: place, name, message }];
  });
}

function genders(columns: readonly Column[]): Wrong[] {
  return NAMES.flatMap((name) => {
    const [sum, whole] = [sumOf(columns, name), countOf(columns[0]!, name)];
    if (sum === undefined || whole === undefined || sum === whole) return [];
    return [{ column: 0, name, message: t("cell-genders", { count: countSaid(name), sum, whole }) }];
  });
}

// -- pasting ---------------------------------------------------------------------------------------

/** The cells of what a spreadsheet copies: tabs between them, a line a row. */
export function cellsOf(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}

const ARABIC: Record<string, string> = { "\u064a": "\u06cc", "\u0643": "\u06a9", "\u0629": "\u0647" };
const LETTERS = /[\u064a\u0643\u0629]/g;
const BETWEEN = /[\s\u200c()_-]/g;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(LETTERS, (letter) => ARABIC[letter]!)
    .replace(BETWEEN, "");
}

/** The count or the column that a heading names, by its own word or one of those that people use for it. */
function named<Of>(all: readonly Of[], words: (of: Of) => string[], heading: string): number | undefined {
  const looked = folded(heading);
  const place = looked ? all.findIndex((one) => words(one).map(folded).includes(looked)) : -1;
  return place < 0 ? undefined : place;
}

const OTHERS = /[,\u060c]/;
const wordsOfCount = (name: CountName): string[] => [
  countSaid(name),
  ...t(`also-${COUNTS.find(([one]) => one === name)![1]}`).split(OTHERS),
];
const wordsOfColumn = (one: Column): string[] => [
  whomSaid(one),
  ...(one.targetGroup ? [] : t(`also-${one.gender ?? "IN_ALL"}`).split(OTHERS)),
];

interface Headed {
  rows: (number | undefined)[];
  columns: (number | undefined)[];
}

/** Where each line and each cell of a line belongs, where headings say so. */
function headed(columns: readonly Column[], cells: string[][]): Headed | undefined {
  const rows = cells.map((line) => named(NAMES, wordsOfCount, line[0] ?? ""));
  const heads = (cells[0] ?? []).map((cell) => named(columns, wordsOfColumn, cell));
  if (!rows.some((one) => one !== undefined)) return undefined;
  // Without a line of headings the columns are as they stand here.
  const told = heads.some((one) => one !== undefined);
  return { rows, columns: told ? heads : (cells[0] ?? []).map((_, place) => (place ? place - 1 : undefined)) };
}

function turned(cells: string[][]): string[][] {
  const width = Math.max(...cells.map((line) => line.length));
  return Array.from({ length: width }, (_, place) => cells.map((line) => line[place] ?? ""));
}

/** Put what was pasted where its headings say, or from a cell on. How many cells were filled. */
export function paste(columns: Column[], text: string, at: { column: number; name: CountName }): number {
  const lying = cellsOf(text);
  for (const cells of [lying, turned(lying)]) {
    const found = headed(columns, cells);
    if (found) return fill(columns, cells, found.rows, found.columns);
  }
  const first = NAMES.indexOf(at.name);
  // One line of numbers that is too wide for what is left is a column that lies.
  const cells = lying.length === 1 && lying[0]!.length > columns.length - at.column ? turned(lying) : lying;
  const place = (within: number, from: number, most: number) => (from + within < most ? from + within : undefined);
  return fill(
    columns,
    cells,
    cells.map((_, row) => place(row, first, NAMES.length)),
    (cells[0] ?? []).map((_, column) => place(column, at.column, columns.length)),
  );
}

function fill(
  columns: Column[],
  cells: string[][],
  rows: (number | undefined)[],
  heads: (number | undefined)[],
): number {
  let filled = 0;
  // The whole comes first, so that it stays where it was pasted, even where it does not add up.
  cells.forEach((line, row) =>
    line.forEach((cell, place) => {
      const [name, column] = [NAMES[rows[row] ?? -1], heads[place]];
      if (!name || column === undefined || !cell) return;
      write(columns, column, name, cell);
      filled++;
    }),
  );
  return filled;
}
