import { readFileSync } from "node:fs";

/** The version of Guardsmith, from its `package.json`. */
export function ownVersion(): string {
  // The same way up from the sources (`generator/cli`) and from the build (`dist/cli`).
  const file = new URL("../../package.json", import.meta.url);
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (
    typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
  ) {
    return manifest.version;
  }
  throw new Error(`${file.pathname} has no version`);
}
