// Every audit of graphql-http against a running hub: node audit.js http://127.0.0.1:8000/graphql
import { serverAudits } from "graphql-http";

const url = process.argv[2];
const results = await Promise.all(serverAudits({ url }).map((audit) => audit.fn()));
const failed = results.filter((result) => result.status !== "ok");
for (const { name, id, status, reason } of failed) console.error(`${status} ${id} ${name}: ${reason}`);
console.log(`${results.length - failed.length} of ${results.length} audits are fulfilled.`);
process.exit(failed.length > 0 ? 1 : 0);
