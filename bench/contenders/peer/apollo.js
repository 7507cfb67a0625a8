// @neo4j/graphql on Apollo Server, as its own documentation starts it.

import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

import { contextOf, port, schema } from "./schema.js";

const server = new ApolloServer({ schema, introspection: false, csrfPrevention: true });

await startStandaloneServer(server, {
  listen: { port, host: "127.0.0.1" },
  context: async ({ req }) => contextOf(req.headers.authorization),
});
