import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { configSchema, configSchemaText } from "../config-schema.js";
import { withPart, type Marks } from "../written-part.js";
import { commandsPart } from "./commands-part.js";
import { exportsPart } from "./exports-part.js";
import { entriesPart, membersPart, middlewarePart } from "./package-parts.js";
import { settingsPart } from "./settings-part.js";

/** A file of the reference, as it should be. */
export interface ReferenceFile {
  /** Its path, relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** A part of a page, which stands between two comments. */
interface Part {
  readonly page: string;
  readonly name: string;
  readonly write: () => string;
}

/** The exports of the library that other pages describe, by name. */
const describedElsewhere = {
  JobConfig: "config.md#all-settings",
  UserConfig: "config.md#all-settings",
  RemoteFile: "config.md#spec",
  OperationFilter: "config.md#include",
  Formats: "config.md#formats",
  PackageConfig: "config.md#package",
  Repository: "config.md#package",
  Policies: "config.md#policies",
  Policy: "config.md#policies",
  DirectedPolicy: "config.md#policies",
  Ignore: "config.md#ignore",
  DiagnosticCode: "diagnostics.md",
  Issue: "runtime.md#issue",
  ValidationOptions: "runtime.md#validationoptions",
};

const parts: readonly Part[] = [
  { page: "commands", name: "commands", write: commandsPart },
  { page: "config", name: "settings", write: () => settingsPart(configSchema()) },
  { page: "generated-code", name: "members of a schema", write: membersPart },
  { page: "generated-code", name: "entries of the package", write: entriesPart },
  { page: "generated-code", name: "middleware", write: middlewarePart },
  {
    page: "library",
    name: "exports",
    write: () => exportsPart("generator/index.ts", describedElsewhere),
  },
  { page: "runtime", name: "exports", write: () => exportsPart("generated/src/runtime/index.ts") },
];

/**
 * The files of the reference that are made from the code: the JSON Schema of configs, and the pages with
 * their written parts as they should be.
 */
export async function referenceFiles(): Promise<readonly ReferenceFile[]> {
  const pages = [...new Set(parts.map(({ page }) => page))];
  return Promise.all([
    configSchemaText().then((text) => ({ path: "config.schema.json", text })),
    ...pages.map(referencePage),
  ]);
}

async function referencePage(page: string): Promise<ReferenceFile> {
  const path = `docs/reference/${page}.md`;
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  let text = await readFile(file, "utf8");
  for (const { name, write } of parts.filter((part) => part.page === page)) {
    text = withPart(text, marksOf(name), write());
  }
  const options = await resolveConfig(file);
  return { path, text: await format(text, { ...options, parser: "markdown" }) };
}

function marksOf(name: string): Marks {
  return {
    begin: `<!-- ${name}: written by \`npm run docs:reference\` -->`,
    end: `<!-- end of the ${name} -->`,
  };
}
