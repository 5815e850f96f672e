import { foldersOfPackage, join, packageFolder, readFileSync } from "./disk.js";

/** Returns the version of Guardsmith, from its `package.json`. */
export function ownVersion(): string {
  const file = join(packageFolder, "package.json");
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (
    typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
  ) {
    return manifest.version;
  }
  throw new Error(`${file} has no version`);
}

/** Returns the version of a library that the running code finds, or undefined if it is not installed. */
export function packageVersion(name: string): string | undefined {
  for (const folder of foldersOfPackage(name)) {
    try {
      // npm installs only packages with a version.
      const manifest = JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")) as {
        readonly version: string;
      };
      return manifest.version;
    } catch {
      // It may be in a folder further out.
    }
  }
  return undefined;
}
