import { readFileSync } from "node:fs";
import { Project } from "ts-morph";
import { code } from "../../generator/text/markdown.js";
import { commentOf } from "./declarations.js";
import { exportSections } from "./exports-part.js";
import { table } from "./table.js";

// What a generated package has, by the one of this project.

const generated = "generated/src";

/** The members that every `MSchema` has. */
export function membersPart(): string {
  const project = new Project({
    tsConfigFilePath: "tsconfig.json",
    skipAddingFilesFromTsConfig: true,
  });
  const members = project
    .addSourceFileAtPath(`${generated}/runtime/schema.ts`)
    .getInterfaceOrThrow("ModelSchema")
    .getProperties();
  const rows = members
    .filter((member) => !member.getName().includes("~"))
    .map((member) => [
      code(`${member.getName()}: ${member.getTypeNodeOrThrow().getText()}`),
      commentOf(member.getJsDocs()).replaceAll(/\s*\n(?:- )?/g, " "),
    ]);
  return table(["member", "what it is"], rows);
}

/** What a package can be imported by. */
export function entriesPart(): string {
  const manifest: unknown = JSON.parse(readFileSync("generated/package.json", "utf8"));
  const { exports = {} } = manifest as { readonly exports?: object }; // as package.json has it
  for (const path of Object.keys(exports)) {
    if (contents[path] === undefined)
      throw new Error(`Write in scripts/reference what ${path} holds`);
  }
  const rows = Object.entries(contents).map(([path, holds]) => [code(path), ...holds]);
  return table(["entry", "what it has", "needs among the `outputs`"], rows);
}

/** What each entry holds, and the outputs without which it is not there. */
const contents: Readonly<Record<string, readonly [what: string, outputs: string]>> = {
  ".": ["all types, values, guards, schemas and the [runtime](runtime.md)", "`models`"],
  "./models/*": ["the types and values of one module: `./models/batch`", "`models`"],
  "./guards/*": ["the guards and schemas of one module: `./guards/batch`", "`guards`"],
  "./json-schema/*": ["the JSON Schemas of one module: `./json-schema/batch`", "`json-schema`"],
  "./arbitraries/*": [
    "the arbitraries of one module: `./arbitraries/batch`",
    "`arbitraries`, which has to be asked for",
  ],
  "./fixtures/*": [
    "the fixtures of one module: `./fixtures/batch`",
    "`fixtures`, which has to be asked for",
  ],
  "./operations": [
    "all [operations](../guide/operations.md)",
    "`operations`, which has to be asked for",
  ],
  "./operations/*": [
    "one operation: `./operations/list-batches`",
    "`operations`, which has to be asked for",
  ],
  "./client": ["`createClient`, `send` and `paginate`", "`operations`"],
  "./server": ["`serve`, `readRequest`, `respond`, `matchOperation`", "`operations`"],
  "./server-node": ["`toRequest` and `sendResponse` for servers of Node.js", "`operations`"],
  "./runtime": ["the [runtime](runtime.md) alone", "`guards` or `json-schema`"],
  "./openapi": ["the types of operations: `paths`, `operations`, …", "`openapi`"],
  "./openapi-fetch": [
    "the middleware `guardResponses`",
    "`guards` and `openapi`, and a document with JSON responses",
  ],
  "./package.json": ["the manifest, for tools", "`package`"],
};

/** The exports of the entry with the middleware. */
export function middlewarePart(): string {
  return exportSections(`${generated}/openapi-fetch.ts`);
}
