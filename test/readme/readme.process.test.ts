import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { runProgram } from "../consumer/processes.js";
import { batchPackage, usesOperations } from "./batch-package.js";
import { fencesOf, placeOf, tsBlocks } from "./blocks.js";
import { compileErrors } from "./compile.js";
import { projectOf, type Files } from "./project.js";
import { runBlock } from "./run.js";

const root = new URL("../../", import.meta.url);

/** Of these, every block runs; of the others, those whose output is shown. */
const readmes = ["README.md", "generated/README.md"];

const pages = readdirSync(fileURLToPath(new URL("docs/", root)), { recursive: true })
  .map((path) => `docs/${path.toString().replaceAll("\\", "/")}`)
  .filter((path) =>
    /^docs\/(?:guide\/.*|explanation\/.*|migration\/.*|reference\/generated-code|reference\/runtime)\.md$/.test(
      path,
    ),
  )
  .toSorted();

const texts = new Map(
  [...readmes, ...pages].map((file) => [file, readFileSync(new URL(file, root), "utf8")] as const),
);
const blocks = [...texts].flatMap(([file, text]) => tsBlocks(file, text));
const cases = blocks
  .filter(({ file, output }) => readmes.includes(file) || output !== undefined)
  .map((block) => ({ place: placeOf(block), block }));

const withOperations = await batchPackage();

/** The projects of the pages. */
const projects = new Map<string, Files>();

beforeAll(async () => {
  for (const [file, text] of texts) {
    const packages = usesOperations(text) ? withOperations : {};
    projects.set(file, { ...(await projectOf(file, text)), ...packages });
  }
});

describe("the TypeScript that a README or a page shows", () => {
  test("is there", () => {
    const files = new Set(blocks.map(({ file }) => file));
    expect([...files]).toEqual(
      expect.arrayContaining([...readmes, "docs/guide/getting-started.md"]),
    );
  });

  test("compiles", () => {
    expect(compileErrors(blocks, projects)).toEqual([]);
  });

  test("compiles in a package with operations", () => {
    const file = "package/README.md";
    const shown = tsBlocks(file, withOperations["node_modules/openai-batch-types/README.md"] ?? "");
    expect(shown.some(({ text }) => usesOperations(text))).toBe(true);
    expect(compileErrors(shown, new Map([[file, withOperations]]))).toEqual([]);
  });

  test.each(cases)("runs: $place", async ({ place, block }) => {
    const { code, output } = await runBlock(block, projects.get(block.file));
    expect(code, `${place}\n${output}`).toBe(0);
    if (block.output !== undefined) expect(output, place).toBe(block.output);
  });
});

describe("the README of the project", () => {
  const text = readFileSync(new URL("README.md", root), "utf8");

  test("takes two minutes to read", () => {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(900);
  });

  // `init` writes a config into its folder: `test/cli/init.test.ts` tries it.
  const commands = fencesOf("README.md", text)
    .filter(({ info }) => info === "sh")
    .flatMap((fence) => fence.text.split("\n"))
    .filter((line) => line.includes("npx guardsmith") && !line.includes("init"));

  test("shows commands", () => {
    expect(commands.length).toBeGreaterThan(2);
  });

  test.each(commands)("shows a command that works: %s", async (line) => {
    const own = line.replace("npx guardsmith", `"${process.execPath}" "${inject("command")}"`);
    const { code, output } = await runProgram("sh", ["-c", own], fileURLToPath(root));
    expect(code, output).toBe(0);
  });
});

describe("a snippet that is tested elsewhere", () => {
  const folder = new URL("test/interop/snippets/", root);
  const snippets = readdirSync(folder).map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    // A block that begins like a snippet, and exports the same, is meant to be it.
    const quotes = blocks.filter((block) => identityOf(block.text) === identityOf(text));
    return { name, text, quotes };
  });

  for (const { name, text, quotes } of snippets) {
    test.skipIf(quotes.length === 0)(`is quoted as it is: ${name}`, () => {
      for (const quote of quotes) expect(quote.text, placeOf(quote)).toBe(text);
    });
  }
});

/** The first line of a program, and the first that exports something. */
function identityOf(text: string): string {
  const lines = text.split("\n");
  const exporting = lines.find((line) => line.startsWith("export "));
  return [lines[0], exporting].join("\n");
}
