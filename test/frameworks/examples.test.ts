import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { committedExamples } from "../../scripts/committed-examples.js";
import { runCommand } from "../support/run-command.js";
import { examples } from "./examples.js";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("the examples", () => {
  it("are all run by npm run test:frameworks", () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
  });

  it("are all listed with a link", () => {
    const list = readFileSync(join(folder, "README.md"), "utf8");
    const linked = [...list.matchAll(/\]\((.*?)\/README\.md\)/g)].map(([, name]) => name);
    expect(linked.toSorted()).toEqual(folders.toSorted());
  });

  it.each(folders)("can be copied: %s has settings of its own", (name) => {
    const own = ["README.md", ".gitignore", ".oxfmtrc.json", "package.json"];
    expect(own.filter((file) => !existsSync(join(folder, name, file)))).toEqual([]);
    expect(readFileSync(join(folder, name, "package.json"), "utf8")).toContain(
      '"guardsmith": "^0.1.0"',
    );
  });

  it.each(committedExamples().map((path) => [basename(path), path]))(
    "have generated code that is up to date: %s (npm run generate:examples)",
    async (_name, cwd) => {
      const { code, stdout, stderr } = await runCommand(["generate", "--check"], { cwd });
      expect(code, stdout + stderr).toBe(0);
    },
  );
});
