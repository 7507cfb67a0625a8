// The fields of a way into work as it is written: what stands in each, read from a record, and given to the hub.
import { t } from "@/language";
import type { Pickable, Picked } from "@/parts/form/picking";

/** How a field is filled in. `yes` is yes, no, or not told. */
export type Way =
  | "text"
  | "long"
  | "latin"
  | "choice"
  | "choices"
  | "number"
  | "day"
  | "money"
  | "pick"
  | "picks"
  | "yes"
  | "lines";

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
  /** What is picked, and the edge of the record that tells it. */
  pick?: readonly Pickable[];
  edge?: string;
  /** The field that holds the unit of an amount. */
  unit?: string;
  least?: number;
  most?: number;
  /** What stands in it at first. */
  first?: string;
}

export type Values = Record<string, unknown>;
type Node = { id: string; name?: string; title?: string; label?: string };

const MANY: readonly Way[] = ["choices", "pick", "picks", "lines"];
const NEW_RIAL = 10_000n;

export function blankOf(fields: readonly FieldOf[]): Values {
  return Object.fromEntries(
    fields.map((field) => [field.name, MANY.includes(field.as) ? [] : field.as === "number" ? null : (field.first ?? "")]),
  );
}

export function readOf(fields: readonly FieldOf[], record: Record<string, unknown>): Values {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, record)]));
}

function valueOf(field: FieldOf, record: Record<string, unknown>): unknown {
  const told = record[field.name];
  switch (field.as) {
    case "number":
      return told ?? null;
    case "choices":
    case "lines":
      return told ?? [];
    case "pick":
    case "picks":
      return nodesOf(record[field.edge!]).map(pickedOf);
    case "money":
      return told && record[field.unit!] === "NEW_IRR" ? String(BigInt(told as string) * NEW_RIAL) : (told ?? "");
    case "yes":
      return told === null || told === undefined ? "" : told ? "yes" : "no";
    default:
      return told ?? "";
  }
}

function nodesOf(told: unknown): Node[] {
  if (!told) return [];
  return Array.isArray(told) ? (told as Node[]) : [told as Node];
}

function pickedOf(node: Node): Picked {
  return { id: node.id, name: node.name ?? node.title ?? node.label ?? node.id };
}

/** What the hub is given: what is empty is given as null, so that an edit takes it away. */
export function givenOf(fields: readonly FieldOf[], values: Values): Record<string, unknown> {
  const given = Object.fromEntries(fields.map((field) => [field.name, giftOf(field, values[field.name])]));
  for (const { unit } of fields) {
    if (unit) given[unit] = fields.some((one) => one.unit === unit && given[one.name]) ? "IRR" : null;
  }
  return given;
}

function giftOf(field: FieldOf, value: unknown): unknown {
  switch (field.as) {
    case "number":
    case "choices":
    case "lines":
      return value;
    case "pick":
      return (value as Picked[])[0]?.id ?? null;
    case "picks":
      return (value as Picked[]).map(({ id }) => id);
    case "yes":
      return value ? value === "yes" : null;
    default:
      return (value as string).trim() || null;
  }
}

// -- what several of them have ---------------------------------------------------------------------

export function titleField(): FieldOf {
  return { name: "title", as: "text", label: t("title"), required: true };
}

export function descriptionField(): FieldOf {
  return { name: "description", as: "long", label: t("description") };
}

export function seenField(): FieldOf {
  return {
    name: "visibility",
    as: "choice",
    of: "Visibility",
    values: ["PUBLIC", "MEMBERS", "PARTNERS", "ORGANIZATION"],
    label: t("visibility"),
    required: true,
    first: "MEMBERS",
  };
}

export function regionField(): FieldOf {
  return { name: "regionId", as: "pick", pick: ["REGION"], edge: "region", label: t("region") };
}

export function skillsField(): FieldOf {
  return { name: "skillIds", as: "picks", pick: ["SKILL"], edge: "skills", label: t("skills") };
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

/** Whom it is for. */
export function eligibilityFields(): FieldOf[] {
  return [
    groupsField(),
    { name: "incomeDecileFrom", as: "number", label: t("decile-from"), least: 1, most: 10 },
    { name: "incomeDecileTo", as: "number", label: t("decile-to"), least: 1, most: 10 },
    { name: "ageFrom", as: "number", label: t("age-from"), least: 0, most: 120 },
    { name: "ageTo", as: "number", label: t("age-to"), least: 0, most: 120 },
    { name: "deprivedAreasOnly", as: "yes", label: t("deprived-only") },
    { name: "otherConditions", as: "long", label: t("conditions") },
  ];
}
