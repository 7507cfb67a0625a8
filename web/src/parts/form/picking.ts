// What records there are to pick from: a few at first, and those that hold the words that are typed.
import { ask } from "@/api/ask";
import { Look, SomeRegions, SomeSkills, SomeTopics, type LookQuery, type LookQueryVariables } from "./pick.asked";

/** A record that was picked: kept with its name, so that a form shows it without asking anybody. */
export interface Picked {
  id: string;
  name: string;
  note?: string;
}

export type Pickable = LookQueryVariables["types"] extends infer Types
  ? Types extends readonly (infer One)[]
    ? One
    : never
  : never;

type Node = LookQuery["search"]["hits"][number]["node"];

const FIRST: Partial<Record<Pickable, (signal: AbortSignal) => Promise<Picked[]>>> = {
  TOPIC: async (signal) =>
    (await ask(SomeTopics, {}, signal)).topics.nodes.map(({ id, label, broader }) => ({
      id,
      name: label,
      note: broader?.label,
    })),
  SKILL: async (signal) =>
    (await ask(SomeSkills, {}, signal)).skills.nodes.map(({ id, label }) => ({ id, name: label })),
  REGION: async (signal) => (await ask(SomeRegions, {}, signal)).regions.nodes.map(({ id, name }) => ({ id, name })),
};

/** Records of those types that hold the words; without any, some to begin with. Raises Unanswered. */
export async function look(types: readonly Pickable[], words: string, signal: AbortSignal): Promise<Picked[]> {
  if (!words.trim()) return types.length === 1 ? ((await FIRST[types[0]!]?.(signal)) ?? []) : [];
  const { search } = await ask(Look, { words, types: [...types] }, signal);
  const whole = search.hits.filter((hit) => !hit.missing.length);
  return (whole.length ? whole : search.hits).map((hit) => picked(hit.node));
}

function picked(node: Node): Picked {
  const { __typename: type, id } = node as { __typename: string; id: string };
  const told = Object.entries(node).filter(([key, value]) => !["__typename", "id"].includes(key) && value);
  const name = told.find(([key, value]) => typeof value === "string" && key !== "kind")?.[1] as string | undefined;
  const beside = told.find(([, value]) => typeof value === "object")?.[1] as { name?: string; label?: string } | undefined;
  return { id, name: name ?? type, note: beside?.name ?? beside?.label };
}
