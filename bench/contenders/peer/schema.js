// One executable schema and one context for both servers.

import { readFileSync } from "node:fs";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

import { resolvers } from "./resolvers.js";

const { BENCH_URI, BENCH_USER, BENCH_PASSWORD, BENCH_VIEWERS } = process.env;
const AUDIENCES = ["PUBLIC", "MEMBERS", "ANONYMIZED"];

export const port = Number(process.env.BENCH_PORT);
export const driver = neo4j.driver(BENCH_URI, neo4j.auth.basic(BENCH_USER, BENCH_PASSWORD), {
  maxConnectionPoolSize: 50,
  fetchSize: -1,
  notificationFilter: { minimumSeverityLevel: "OFF" },
  telemetryDisabled: true,
});

const typeDefs = readFileSync(new URL("typedefs.graphql", import.meta.url), "utf8");
export const schema = await new Neo4jGraphQL({ typeDefs, driver, resolvers }).getSchema();

// The peers are spared the check of a signature: who a token stands for is known.
const viewers = Object.fromEntries(
  Object.entries(JSON.parse(BENCH_VIEWERS ?? "{}")).map(([header, viewer]) => [
    header,
    {
      ...viewer,
      ...Object.fromEntries(viewer.partners.map((id, number) => [`partner${number + 1}`, id])),
      audiences: AUDIENCES,
    },
  ]),
);

export function contextOf(authorization) {
  return { executionContext: driver, jwt: authorization ? viewers[authorization] : undefined };
}
