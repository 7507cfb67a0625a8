// What a viewer may do with a record: a button each, with what has to be said along with it.
import type { RouteLocationRaw } from "vue-router";
import type { PageName } from "@/addresses";
import type { Asked } from "@/api/asked";
import type { Pickable, Picked } from "@/parts/form/picking";
import type { Attached } from "@/parts/form/sending";

export type FieldKind = "text" | "long" | "url" | "day" | "number" | "money" | "choice" | "lines" | "one" | "several" | "files";

/** A field of a move; `Value` is what it says once it is filled, undefined where it is left empty. */
export interface Asking<Value> {
  kind: FieldKind;
  label: string;
  hint?: string;
  required?: boolean;
  /** Not asked for here. */
  hidden?: boolean;
  /** An enum by its name, some of its values, and what they are called. */
  of?: string;
  values?: readonly string[];
  words?: (value: string) => string;
  /** What is picked from: types of records, or these. */
  types?: readonly Pickable[];
  among?: readonly Picked[];
  from?: (words: string, signal: AbortSignal) => Promise<Picked[]>;
  /** What stands in it first. */
  first?: string | number | null;
  picked?: Picked | null;
  held?: readonly Attached[];
  value?: Value;
}

type More = Partial<Pick<Asking<unknown>, "hint" | "first" | "words" | "hidden">>;

function field<Value>(kind: FieldKind, label: string, more: Partial<Asking<Value>> = {}): Asking<Value | undefined> {
  return { kind, label, ...more } as Asking<Value | undefined>;
}

export const line = (label: string, more?: More) => field<string>("text", label, more);
export const prose = (label: string, more?: More) => field<string>("long", label, more);
export const url = (label: string, more?: More) => field<string>("url", label, more);
export const onDay = (label: string, more?: More) => field<string>("day", label, more);
export const count = (label: string, more?: More) => field<number>("number", label, more);
export const sum = (label: string, more?: More) => field<string>("money", label, more);
/** Files that are attached, by their ids. */
export const files = (label: string, more?: More & { held?: readonly Attached[] }) => field<string[]>("files", label, more);
export const lines = (label: string, more?: More) => field<string[]>("lines", label, more);
export function choice<Value extends string>(of: string, label: string, values?: readonly Value[], more?: More) {
  return field<Value>("choice", label, { of, values, ...more });
}
export function one(label: string, from: { types?: readonly Pickable[]; among?: readonly Picked[] }, more?: More) {
  return field<string>("one", label, { ...from, ...more });
}

/** Records that are picked, by their ids, from those of some types or from those that `from` finds. */
export function several(label: string, from: readonly Pickable[] | Asking<unknown>["from"], more?: More) {
  return field<string[]>("several", label, { ...(typeof from === "function" ? { from } : { types: from }), ...more });
}

/** The same field, which has to be filled. */
export function must<Value>(asking: Asking<Value | undefined>): Asking<Value> {
  return { ...asking, required: true } as Asking<Value>;
}

type Fields = Record<string, Asking<unknown>>;
type Said<Asked extends Fields> = { [Name in keyof Asked]: Asked[Name] extends Asking<infer Value> ? Value : never };

interface Around<Asked extends Fields> {
  /** What has to be said along with it. */
  fields?: Asked;
  /**
   * What stands in its lists of records by now, read as it is opened, since what is sent replaces it. A list that cannot be
   * read whole is not asked for.
   */
  reads?: () => Promise<{ [Name in keyof Asked]?: readonly Picked[] | undefined }>;
  /** The label of its reason, and whether it may be left out. */
  reason?: string;
  optional?: boolean;
  /** What is asked before, where it cannot be taken back. */
  sure?: string;
  primary?: boolean;
  /** It stands at each row of a list, and draws no eye. */
  quiet?: boolean;
}

export interface Move extends Around<Fields> {
  /** The record it moves, or that it is about. */
  of: string;
  operation: Asked<{ payload: { errors: unknown } }, object>;
  label: string;
  given: (said: Record<string, unknown> & { reason: string }) => object;
  /** It is made in an office: for others, whose word it enters. */
  office?: boolean;
}

/** A page where something is written, beside the moves. */
export interface Leading {
  label: string;
  to: RouteLocationRaw;
  primary?: boolean;
  office?: boolean;
}

/** What may be done with a record; what is false may not. */
export type Moves = readonly (Move | Leading | false)[];

/** The way to a page where something is written. */
export function leading(
  label: string,
  name: PageName,
  params: Record<string, string> = {},
  more: { primary?: boolean; query?: Record<string, string> } = {},
): Leading {
  return { label, to: { name, params, query: more.query }, primary: more.primary };
}

/** A move of a record; `given` makes of what was said what the mutation takes. */
export function move<Told, Given, Asks extends Fields = Record<never, never>>(
  of: string,
  operation: Asked<Told, Given>,
  label: string,
  given: (said: Said<Asks> & { reason: string }) => Omit<Given, "key">,
  around: Around<Asks> = {},
): Move {
  return { of, operation, label, given, ...around } as unknown as Move;
}
