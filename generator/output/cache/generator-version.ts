import { codeFolder, filesIn, readFileSync } from "../disk.js";
import { ownVersion, packageVersion } from "../version.js";
import { hashOf } from "./hash.js";

/** The libraries on which the text of the output depends. */
const libraries = ["js-yaml", "oxfmt", "yaml"] as const;

/**
 * The version of Guardsmith and those of the libraries that shape what it writes. In a checkout, where
 * the version says little about the code, the hash of that is a part of it.
 */
export function generatorVersion(): string {
  const versions = libraries.map((name) => `${name} ${packageVersion(name) ?? "unknown"}`);
  const code = isPublished() ? [] : [`code ${(ownCode ??= codeHash())}`];
  return [`guardsmith ${ownVersion()}`, ...versions, ...code].join(", ");
}

/** Whether the code that runs is that of a published version, which does not change. */
function isPublished(): boolean {
  return /[\\/]node_modules[\\/]/.test(codeFolder);
}

let ownCode: string | undefined;

/** The hash of all the code that runs. */
function codeHash(): string {
  const files = filesIn(codeFolder).filter((path) => /\.[jt]s$/.test(path));
  return hashOf(files.map((file) => hashOf(readFileSync(file))).join(""));
}
