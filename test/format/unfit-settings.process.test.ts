import { execFileSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatFiles } from "../../generator/output/format/format-files.js";
import { maxFileBytes } from "../../generator/text/limits.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { diagnosticsOf } from "../write/thrown.js";
import { watchedFormatters } from "./formatters.js";

/** What can stand where settings are expected. */
const kinds: Readonly<Record<string, (path: string) => unknown>> = {
  "a pipe that nobody writes to": (path) => execFileSync("mkfifo", [path]),
  "a link to a device without an end": (path) => symlink("/dev/zero", path),
  "a huge file": async (path) => {
    await writeFile(path, "");
    await truncate(path, maxFileBytes + 1);
  },
};

const names = [".editorconfig", ".prettierrc", "package.json", "out/src/.editorconfig"];

describe.skipIf(process.platform === "win32")("what is none to read", () => {
  test.each(Object.keys(kinds).flatMap((kind) => names.map((name) => [name, kind] as const)))(
    "is never opened by Prettier: %s as %s",
    async (name, kind) => {
      const folder = await temporaryFolder();
      await put(folder, { "out/.prettierrc.json": '{ "semi": false }' });
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await kinds[kind]?.(join(folder, name));
      const formatting = formatFiles(
        [{ path: "src/a.ts", text: "export {};\n" }],
        { out: `${folder}/out`, format: "auto" },
        watchedFormatters(),
      );
      const [problem] = await diagnosticsOf(formatting);
      expect(problem).toMatchObject({ code: "invalid-prettier-config" });
      expect(problem?.message).toMatch(/ is (?:not a regular file|larger than \d+ bytes)$/);
      expect(problem?.message).toContain(name);
    },
  );
});
