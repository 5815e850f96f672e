import { codeFolder, filesIn, readFileSync } from "../disk.js";
import { ownVersion, packageVersion } from "../version.js";
import { hashOf } from "./hash.js";

/** The libraries on which the text of the output depends. */
const libraries = ["js-yaml", "oxfmt", "yaml"] as const;

/**
 * Returns the version of Guardsmith and of the libraries that the output depends on. In a checkout, whose
 * code changes without the version, it includes a hash of the code.
 */
export function generatorVersion(): string {
  const versions = libraries.map((name) => `${name} ${packageVersion(name) ?? "unknown"}`);
  const code = isPublished() ? [] : [`code ${(ownCode ??= codeHash())}`];
  return [`guardsmith ${ownVersion()}`, ...versions, ...code].join(", ");
}

/** Returns whether the running code is a published version, which does not change. */
function isPublished(): boolean {
  return /[\\/]node_modules[\\/]/.test(codeFolder);
}

let ownCode: string | undefined;

/** Returns the hash of the running code. */
function codeHash(): string {
  const files = filesIn(codeFolder).filter((path) => /\.[jt]s$/.test(path));
  return hashOf(files.map((file) => hashOf(readFileSync(file))).join(""));
}
