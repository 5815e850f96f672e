import { codeFolder, filesIn, readFileSync } from "../disk.js";
import { ownVersion, packageVersion } from "../version.js";
import { hashOf } from "./hash.js";

/** The libraries on which the text of the output depends. */
const libraries = ["js-yaml", "oxfmt", "yaml"] as const;

/** The version of Guardsmith and those of the libraries that shape what it writes. */
export function generatorVersion(): string {
  const versions = libraries.map((name) => `${name} ${packageVersion(name) ?? "unknown"}`);
  return [`guardsmith ${ownVersion()}`, ...versions].join(", ");
}

/** Whether the code that runs is that of a published version, which does not change. */
export function isPublished(): boolean {
  return /[\\/]node_modules[\\/]/.test(codeFolder);
}

/** The hash of all the code that runs, where it can change from one run to the next. */
export function codeHash(): string {
  const files = filesIn(codeFolder).filter((path) => /\.[jt]s$/.test(path));
  return hashOf(files.map((file) => hashOf(readFileSync(file))).join(""));
}
