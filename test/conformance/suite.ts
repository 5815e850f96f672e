import type { Json } from "../../generator/core/json.js";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A group of the suite: one schema, and values that are valid or invalid under it. */
export interface SuiteGroup {
  readonly file: string;
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

/** The folder of the JSON Schema Test Suite; it is not part of the project. */
export const suiteFolder: string = resolve(
  process.env.JSON_SCHEMA_TEST_SUITE ?? "../shared/json-schema-test-suite",
);

export const hasSuite: boolean = existsSync(join(suiteFolder, "tests", "draft2020-12"));

/**
 * Tests of draft 2020-12, by file.
 *
 * @param folder - Which ones: the required tests, or a folder of optional ones
 */
export function readSuite(
  folder: "" | "optional" | "optional/format" = "",
): ReadonlyMap<string, readonly SuiteGroup[]> {
  const path = join(suiteFolder, "tests", "draft2020-12", folder);
  const files = readdirSync(path).filter((name) => name.endsWith(".json"));
  return new Map(
    files.sort().map((name) => {
      const file = [folder, name.replace(".json", "")].filter((part) => part !== "").join("/");
      // The suite has a schema of its own for its files.
      const groups = JSON.parse(readFileSync(join(path, name), "utf8")) as Omit<
        SuiteGroup,
        "file"
      >[];
      return [file, groups.map((group) => ({ ...group, file }))];
    }),
  );
}

/**
 * What the suite expects to be found at a URI: its own remotes at localhost, and the meta-schemas.
 *
 * @returns The text, or undefined if there is nothing
 */
export function retrieveRemote(uri: string): string | undefined {
  const { host, pathname } = new URL(uri);
  if (host === "localhost:1234") return readIfThere(join(suiteFolder, "remotes", pathname));
  const metaSchema = /^\/draft\/2020-12\/((?:meta\/)?[a-z-]+)$/.exec(pathname)?.[1];
  return host === "json-schema.org" && metaSchema !== undefined
    ? readIfThere(resolve("node_modules/ajv/dist/refs/json-schema-2020-12", `${metaSchema}.json`))
    : undefined;
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
