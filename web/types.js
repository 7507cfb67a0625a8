// Turn each `.graphql` file of src/ into a typed document beside it, checked against the hub's contract.
//
// What a page asks for stands in `<page>.graphql`, what several pages ask for as fragments in `src/api/`;
// the page imports `<page>.asked.ts`. A field that the contract does not have ends the build.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse, print, stripIgnoredCharacters, validate, buildASTSchema, visit } from "graphql";

const CONTRACT = new URL("../schema.graphql", import.meta.url);
const SHARED = "src/api/records.graphql";
const CONFIG = {
  enumType: "string-literal",
  skipTypename: true,
  useTypeImports: true,
  scalars: { Date: "string", DateTime: "string", Rial: "string", JSON: "unknown" },
};

const schema = parse(readFileSync(CONTRACT, "utf8"));
const contract = buildASTSchema(schema);
const shared = parse(readFileSync(SHARED, "utf8"));
const fragments = new Map(shared.definitions.map((one) => [one.name.value, one]));

const files = readdirSync("src", { recursive: true }).map((file) => `src/${file}`);
for (const file of files.filter((file) => file.endsWith(".graphql") && file !== SHARED)) {
  const asked = parse(readFileSync(file, "utf8"));
  const used = fragmentsOf(asked);
  const document = { kind: "Document", definitions: [...asked.definitions, ...used] };
  const faults = validate(contract, document);
  if (faults.length) throw new Error(`${file}: ${faults.map((one) => one.message).join("\n")}`);
  const types = await codegen({
    filename: file,
    schema,
    schemaAst: contract,
    documents: [{ location: file, document }],
    config: CONFIG,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  const typed = asked.definitions.map(typedDocument).join("");
  writeFileSync(file.replace(/\.graphql$/, ".asked.ts"), `${types}\nimport { asked } from "@/api/asked";\n${typed}`);
}

/** The fragments a document spreads, and those that they spread. */
function fragmentsOf(document, found = new Map()) {
  visit(document, {
    FragmentSpread({ name: { value: name } }) {
      const fragment = fragments.get(name);
      if (fragment && !found.has(name)) {
        found.set(name, fragment);
        fragmentsOf(fragment, found);
      }
    },
  });
  return [...found.values()];
}

function typedDocument(operation) {
  const name = operation.name.value;
  const kind = operation.operation === "mutation" ? "Mutation" : "Query";
  const text = [operation, ...fragmentsOf(operation)].map(print).join("\n");
  const types = `${name}${kind}, ${name}${kind}Variables`;
  return `export const ${name} = asked<${types}>(${JSON.stringify(stripIgnoredCharacters(text))});\n`;
}
