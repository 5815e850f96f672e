/**
 * `start`, called by `npm version`: moves the unreleased changes to the new version in `CHANGELOG.md`.
 * `notes <tag>`: prints what changed in the version of `package.json`, if the tag names that one.
 */
import { readFile, writeFile } from "node:fs/promises";
import { changesOf, releaseChanges } from "./changelog.js";

const file = new URL("../CHANGELOG.md", import.meta.url);
const manifest = new URL("../package.json", import.meta.url);

const [command, tag] = process.argv.slice(2);
const changelog = await readFile(file, "utf8");
// npm has just read the version in it, or written it.
const { version } = JSON.parse(await readFile(manifest, "utf8")) as { readonly version: string };

switch (command) {
  case "start": {
    const today = new Date().toISOString().slice(0, 10);
    await writeFile(file, releaseChanges(changelog, version, today));
    break;
  }
  case "notes": {
    if (tag !== `v${version}`) {
      throw new Error(`The tag ${tag ?? ""} is not that of version ${version} in package.json`);
    }
    const changes = changesOf(changelog, version);
    if (changes === undefined) throw new Error(`CHANGELOG.md has no section for ${version}`);
    process.stdout.write(`${changes}\n`);
    break;
  }
  default:
    throw new Error("Call `tsx scripts/release.ts start`, or `… notes <tag>`");
}
