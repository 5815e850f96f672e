import { join, packageFolder, readFileSync } from "./disk.js";

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
