// What the library cannot say of itself: the limit's queries, answered through its server.

import { readFileSync } from "node:fs";
import { GraphQLScalarType } from "graphql";
import neo4j from "neo4j-driver";

const text = (shape) => readFileSync(new URL(`../../queries/${shape}/limit.cypher`, import.meta.url), "utf8");
const COLLABORATORS = text("collaborators").replaceAll("$today", "date()");
const MAP = text("map");
const MOST_NODES = 2000;
const MOST_TIES = 5000;

async function value(driver, query, parameters) {
  const session = driver.session({ defaultAccessMode: "READ" });
  try {
    const result = await session.run(query, parameters);
    return native(result.records[0]?.get("value"));
  } finally {
    await session.close();
  }
}

function native(told) {
  if (Array.isArray(told)) return told.map(native);
  if (told && typeof told === "object") {
    if (typeof told.toNumber === "function") return told.toNumber();
    return Object.fromEntries(Object.entries(told).map(([name, inner]) => [name, native(inner)]));
  }
  return told;
}

const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function pairs(kind, ends) {
  if (kind !== "PARTNERSHIP" && kind !== "SHARED_EXPERIENCE") return [ends];
  const sorted = [...ends].sort(before);
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b]));
}

function mapped(rows) {
  const organizations = rows.find(([kind]) => kind === "")[1];
  const known = new Set(organizations.map(([id]) => id));
  const neighbours = new Map();
  const ties = [];
  for (const [kind, id, since, ends] of rows) {
    if (kind === "") continue;
    for (const [source, target] of pairs(kind, ends)) {
      if (!known.has(source) || !known.has(target)) continue;
      ties.push({ kind, id, since, source, target });
      for (const [one, other] of [[source, target], [target, source]]) {
        if (one === other) continue;
        if (!neighbours.has(one)) neighbours.set(one, new Set());
        neighbours.get(one).add(other);
      }
    }
  }
  const degree = (id) => neighbours.get(id)?.size ?? 0;
  organizations.sort((a, b) => degree(b[0]) - degree(a[0]) || before(a[3], b[3]) || before(a[0], b[0]));
  const listed = organizations.slice(0, MOST_NODES);
  const shown = new Set(listed.map(([id]) => id));
  const among = ties
    .filter((tie) => shown.has(tie.source) && shown.has(tie.target))
    .sort(
      (a, b) =>
        before(b.since ?? "", a.since ?? "") ||
        before(a.id, b.id) ||
        before(a.source, b.source) ||
        before(a.target, b.target),
    )
    .slice(0, MOST_TIES);
  return {
    totalNodes: organizations.length,
    totalTies: ties.length,
    truncated: listed.length < organizations.length || among.length < ties.length,
    nodes: listed.map(([id, nameFa, kind]) => ({ degree: degree(id), organization: { id, nameFa, kind } })),
    ties: among.map(({ kind, since, source, target }) => ({
      kind,
      since,
      source: { id: source },
      target: { id: target },
    })),
  };
}

const Moment = new GraphQLScalarType({
  name: "Moment",
  serialize: (moment) => moment.toString(),
  parseValue: (text) => neo4j.types.DateTime.fromStandardDate(new Date(text)),
});

export const resolvers = {
  Moment,
  Query: {
    collaborators: (_source, { id }, { executionContext }) => value(executionContext, COLLABORATORS, { id }),
    networkMap: async (_source, { regions }, { executionContext }) =>
      mapped(await value(executionContext, MAP, { regions })),
  },
};
