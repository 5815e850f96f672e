import { parseJson } from "../../text/parse-json.js";
import { sourceText } from "../../text/source-text.js";
import { isJsonObject, type Json, type JsonObject } from "../../core/json.js";
import { entryPath, readTextIfThere, statusOf } from "../files.js";

/** What is known about a project that its config depends on. */
export interface Project {
  /** The text of its `package.json`, without a byte order mark; undefined if there is none. */
  readonly manifest: string | undefined;
  /** Its scripts; undefined if `scripts` is not an object. */
  readonly scripts: JsonObject | undefined;
  readonly isTypeScript: boolean;
  /** Whether it has a folder for its sources. */
  readonly hasSources: boolean;
  /** Whether it has Guardsmith among its dependencies. */
  readonly hasGuardsmith: boolean;
}

/**
 * Reads what is known about a project.
 *
 * @param folder Its folder, absolute.
 * @throws {InputError} If its `package.json` cannot be read.
 */
export async function readProject(folder: string): Promise<Project> {
  const at = (name: string): string => entryPath(folder, name);
  const manifest = (await readTextIfThere(at("package.json"), "package.json"))?.replace(
    /^\uFEFF/,
    "",
  );
  const value: Json =
    manifest === undefined
      ? {}
      : parseJson(
          sourceText({ uri: `file://${at("package.json")}`, name: "package.json" }, manifest),
        );
  const members = isJsonObject(value) ? value : {};
  const { scripts = {}, dependencies = {}, devDependencies = {} } = members;
  const has = (name: string): boolean =>
    [dependencies, devDependencies].some((each) => isJsonObject(each) && Object.hasOwn(each, name));
  return {
    manifest: isJsonObject(value) ? manifest : undefined,
    scripts: isJsonObject(scripts) ? scripts : undefined,
    isTypeScript: (await statusOf(at("tsconfig.json"))) !== undefined || has("typescript"),
    hasSources: (await statusOf(at("src")))?.isFolder === true,
    hasGuardsmith:
      has("guardsmith") && (await statusOf(at("node_modules/guardsmith"))) !== undefined,
  };
}
