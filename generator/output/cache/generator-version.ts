import { codeFolder, filesIn, foldersOfPackage, join, readFileSync } from "../disk.js";
import { ownVersion } from "../version.js";
import { hashOf } from "./hash.js";

/** The libraries on which the text of the output depends. */
const libraries = [
  "ajv-formats",
  "js-yaml",
  "openapi-typescript",
  "prettier",
  "typescript",
  "yaml",
] as const;

/** The version of Guardsmith and those of the libraries that shape what it writes. */
export function generatorVersion(): string {
  const versions = libraries.map((name) => `${name} ${versionOf(name)}`);
  return [`guardsmith ${ownVersion()}`, ...versions].join(", ");
}

function versionOf(name: string): string {
  for (const folder of foldersOfPackage(name)) {
    try {
      // Every package has a version, or npm would not install it.
      const manifest = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as {
        readonly version: string;
      };
      return manifest.version;
    } catch {
      // It is in a folder further out.
    }
  }
  return "unknown";
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
