// @neo4j/graphql on graphql-yoga (which keeps parsed and validated documents by itself).

import { createServer } from "node:http";
import { createYoga } from "graphql-yoga";

import { contextOf, port, schema } from "./schema.js";

const yoga = createYoga({
  schema,
  context: ({ request }) => contextOf(request.headers.get("authorization")),
  graphiql: false,
  landingPage: false,
  logging: "error",
  maskedErrors: false,
});

createServer(yoga).listen(port, "127.0.0.1");
