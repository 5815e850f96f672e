import { foldersOfPackage, join, packageFolder, readFileSync } from "./disk.js";

/** The version of Guardsmith, from its `package.json`. */
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

/** The version of a library that the code that runs finds; undefined, where it finds none. */
export function packageVersion(name: string): string | undefined {
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
  return undefined;
}
