// What records there are to pick from: a few at first, and those that hold the words that are typed.
import { ask } from "@/api/ask";
import { Look, LookExperiences, LookLessons, LookOrganizations, LookRegions, LookSkills, LookTopics } from "./pick.asked";
import { SomeRegions, SomeSkills, SomeTopics, type LookQuery, type LookQueryVariables } from "./pick.asked";

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

interface Line {
  id: string;
  name?: string;
  label?: string;
  title?: string;
  statement?: string;
  location?: { name: string } | null;
  partOf?: { name: string } | null;
  broader?: { label: string } | null;
  publisher?: { name: string } | null;
}

/** A row of a list by what it is called, and by what tells it from others of that name. */
function line(one: Line): Picked {
  const beside = one.location?.name ?? one.partOf?.name ?? one.broader?.label ?? one.publisher?.name;
  return { id: one.id, name: one.name ?? one.label ?? one.title ?? one.statement ?? "", note: beside };
}

/** Lists that are asked by a part of the name: far cheaper than a search through all texts, and drafts of one's own are in them. */
const LISTS: Partial<Record<Pickable, (words: string, signal: AbortSignal) => Promise<readonly Line[]>>> = {
  TOPIC: async (words, signal) =>
    (words ? await ask(LookTopics, { words }, signal) : await ask(SomeTopics, {}, signal)).topics.nodes,
  SKILL: async (words, signal) =>
    (words ? await ask(LookSkills, { words }, signal) : await ask(SomeSkills, {}, signal)).skills.nodes,
  REGION: async (words, signal) =>
    (words ? await ask(LookRegions, { words }, signal) : await ask(SomeRegions, {}, signal)).regions.nodes,
  ORGANIZATION: async (words, signal) =>
    words ? (await ask(LookOrganizations, { words }, signal)).organizations.nodes : [],
  EXPERIENCE: async (words, signal) => (words ? (await ask(LookExperiences, { words }, signal)).experiences.nodes : []),
  LESSON: async (words, signal) => (words ? (await ask(LookLessons, { words }, signal)).lessons.nodes : []),
};

/** Records of those types that hold the words; without any, some to begin with. Raises Unanswered. */
export async function look(types: readonly Pickable[], words: string, signal: AbortSignal): Promise<Picked[]> {
  const list = types.length === 1 ? LISTS[types[0]!] : undefined;
  if (list) return (await list(words.trim(), signal)).map(line);
  if (!words.trim()) return [];
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
