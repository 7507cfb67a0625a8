// The fields of a record as it is written: what stands in each, read from the record, and given to the hub.
import { t, texts } from "@/language";
import type { Pickable, Picked } from "@/parts/form/picking";
import type { Attached } from "@/parts/form/sending";

// What several forms say; whoever imports them waits until it is there.
await texts("writing");

/** How a field is filled in. `yes` is yes, no, or not told; `number` is whole; `rows` are parts of the record. */
export type Way =
  | "text"
  | "long"
  | "latin"
  | "choice"
  | "choices"
  | "number"
  | "figure"
  | "year"
  | "day"
  | "money"
  | "pick"
  | "picks"
  | "yes"
  | "lines"
  | "files"
  | "rows";

export interface FieldOf {
  /** As the hub's input names it. */
  name: string;
  as: Way;
  label: string;
  hint?: string;
  required?: boolean;
  /** The enum that is chosen from, and the values of it that are offered where not all are. */
  of?: string;
  values?: readonly string[];
  /** What is picked, or another source of it, and the edge of the record that tells it. */
  pick?: readonly Pickable[];
  from?: (words: string, signal: AbortSignal) => Promise<Picked[]>;
  edge?: string;
  /** The field that holds the unit of an amount. */
  unit?: string;
  least?: number;
  most?: number;
  /** It stands beside the one after it, or before it. */
  half?: boolean;
  /** In a row: shown when more is wanted. */
  more?: boolean;
  /** What its values are called, where the enum, or yes and no, do not say it. */
  words?: (value: string) => string;
  /** What stands in it at first. */
  first?: string;
  /** What a row is made of; what one is called, by its number; what the button says that adds one. */
  fields?: readonly FieldOf[];
  row?: (number: number) => string;
  add?: string;
  /** The order of rows tells something. */
  ordered?: boolean;
  /** The parts of the record that its rows show, where they are not those of that name. */
  parts?: (record: Told) => readonly Told[];
  /** What a row gives beside its fields. */
  beside?: (row: Values) => Values;
}

/** Fields that stand together under a heading, closed until they are wanted. */
export interface SectionOf {
  heading: string;
  fields: readonly FieldOf[];
}

export type Values = Record<string, unknown>;
type Told = Record<string, unknown>;
type Node = { id: string; name?: string; title?: string; label?: string; statement?: string };

const MANY: readonly Way[] = ["choices", "pick", "picks", "lines", "files", "rows"];
const FIGURES: readonly Way[] = ["number", "figure", "year"];
const NEW_RIAL = 10_000n;

export function blankOf(fields: readonly FieldOf[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, firstOf(field)]));
}

function firstOf(field: FieldOf): unknown {
  if (field.as === "rows" && field.required) return [blankOf(field.fields!)];
  if (MANY.includes(field.as)) return [];
  return FIGURES.includes(field.as) ? null : (field.first ?? "");
}

export function readOf(fields: readonly FieldOf[], record: Told): Values {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, record)]));
}

function valueOf(field: FieldOf, record: Told): unknown {
  const told = record[field.name];
  switch (field.as) {
    case "number":
    case "figure":
    case "year":
      return told ?? null;
    case "choices":
    case "lines":
      return told ?? [];
    case "pick":
    case "picks":
      return nodesOf(record[field.edge!]).map(pickedOf);
    case "files":
      return [...((record[field.edge!] ?? []) as readonly Attached[])];
    case "rows":
      return partsOf(field, record).map((one) => readOf(field.fields!, one));
    case "money":
      return told && record[field.unit!] === "NEW_IRR" ? String(BigInt(told as string) * NEW_RIAL) : (told ?? "");
    case "yes":
      return told === null || told === undefined ? "" : told ? "yes" : "no";
    default:
      return told ?? "";
  }
}

function partsOf(field: FieldOf, record: Told): readonly Told[] {
  if (field.parts) return field.parts(record);
  const parts = (record[field.name] ?? []) as ({ position: number } & Told)[];
  return [...parts].sort((one, other) => one.position - other.position);
}

function nodesOf(told: unknown): Node[] {
  if (!told) return [];
  if (Array.isArray(told)) return told as Node[];
  return "nodes" in (told as object) ? (told as { nodes: Node[] }).nodes : [told as Node];
}

function pickedOf(node: Node): Picked {
  return { id: node.id, name: node.name ?? node.title ?? node.label ?? node.statement ?? node.id };
}

/** What the hub is given: what is empty is given as null, so that an edit takes it away. */
export function givenOf(fields: readonly FieldOf[], values: Values): Values {
  const given = Object.fromEntries(fields.map((field) => [field.name, giftOf(field, values[field.name])]));
  for (const { unit } of fields) {
    if (unit) given[unit] = fields.some((one) => one.unit === unit && given[one.name]) ? "IRR" : null;
  }
  return given;
}

function giftOf(field: FieldOf, value: unknown): unknown {
  switch (field.as) {
    case "number":
    case "figure":
    case "year":
    case "choices":
    case "lines":
      return value;
    case "rows":
      return (value as Values[]).map((row) => ({ ...givenOf(field.fields!, row), ...field.beside?.(row) }));
    case "pick":
      return (value as Picked[])[0]?.id ?? null;
    case "picks":
    case "files":
      return (value as { id: string }[]).map(({ id }) => id);
    case "yes":
      return value ? value === "yes" : null;
    default:
      return (value as string).trim() || null;
  }
}

/** Whether something stands in a field. */
export function isFilled(field: FieldOf, value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== "" && value !== field.first;
}

// -- what several of them have ---------------------------------------------------------------------

export function titleField(): FieldOf {
  return { name: "title", as: "text", label: t("title"), required: true };
}

/** A title in Persian; what else it is called stands apart (`titleEnField`). */
export function titleFaField(): FieldOf {
  return { name: "titleFa", as: "text", label: t("title-fa"), required: true };
}

export function titleEnField(): FieldOf {
  return { name: "titleEn", as: "latin", label: t("title-en") };
}

export function descriptionField(): FieldOf {
  return { name: "description", as: "long", label: t("description") };
}

export function seenField(values: readonly string[] = ["PUBLIC", "MEMBERS", "PARTNERS", "ORGANIZATION"]): FieldOf {
  return {
    name: "visibility",
    as: "choice",
    of: "Visibility",
    values,
    label: t("visibility"),
    required: true,
    first: "MEMBERS",
  };
}

export function regionField(): FieldOf {
  return { name: "regionId", as: "pick", pick: ["REGION"], edge: "region", label: t("region") };
}

export function regionsField(hint?: string): FieldOf {
  return { name: "regionIds", as: "picks", pick: ["REGION"], edge: "regions", label: t("regions"), hint };
}

export function topicsField(): FieldOf {
  return { name: "topicIds", as: "picks", pick: ["TOPIC"], edge: "topics", label: t("topic") };
}

export function skillsField(): FieldOf {
  return { name: "skillIds", as: "picks", pick: ["SKILL"], edge: "skills", label: t("skills") };
}

export function lessonsField(label: string): FieldOf {
  return { name: "lessonIds", as: "picks", pick: ["LESSON"], edge: "lessons", label };
}

export function experiencesField(label: string, hint?: string): FieldOf {
  return { name: "experienceIds", as: "picks", pick: ["EXPERIENCE"], edge: "experiences", label, hint };
}

export function filesField(): FieldOf {
  return { name: "fileIds", as: "files", edge: "files", label: t("files") };
}

export function programField(): FieldOf {
  return { name: "programId", as: "pick", pick: ["PROGRAM"], edge: "program", label: t("program") };
}

export function groupsField(): FieldOf {
  return { name: "targetGroups", as: "choices", of: "TargetGroup", label: t("for-whom") };
}

export function occupationField(required = false): FieldOf {
  return { name: "occupationCode", as: "text", label: t("occupation"), hint: t("occupation-hint"), required };
}

/** From a day to a day. */
export function periodFields(): FieldOf[] {
  return [
    { name: "startsOn", as: "day", label: t("first-of-days"), half: true },
    { name: "endsOn", as: "day", label: t("last-of-days"), half: true },
  ];
}

/** Whom it is for. */
export function eligibilityFields(): FieldOf[] {
  return [
    groupsField(),
    { name: "incomeDecileFrom", as: "number", label: t("decile-from"), least: 1, most: 10, half: true },
    { name: "incomeDecileTo", as: "number", label: t("decile-to"), least: 1, most: 10, half: true },
    { name: "ageFrom", as: "number", label: t("age-from"), least: 0, most: 120, half: true },
    { name: "ageTo", as: "number", label: t("age-to"), least: 0, most: 120, half: true },
    { name: "deprivedAreasOnly", as: "yes", label: t("deprived-only"), words: (one) => t(`only-${one}`) },
    { name: "otherConditions", as: "long", label: t("conditions") },
  ];
}

/** Who made it known, where those whom it is about do not tell it themselves. */
export function sourceFields(): FieldOf[] {
  return [
    { name: "source", as: "text", label: t("source-named"), hint: t("source-hint") },
    { name: "sourceUrl", as: "latin", label: t("source-url") },
    { name: "sourceDate", as: "day", label: t("source-date") },
  ];
}
