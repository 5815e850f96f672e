import { describe, expect, test } from "vitest";
import { tsBlocks } from "./blocks.js";
import { compileErrors } from "./compile.js";
import { runBlock } from "./run.js";

function markdown(...lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

describe("the TypeScript of a Markdown file", () => {
  test.each([
    ["nothing, if there is none", markdown("# Title", "text"), []],
    ["a block, with its line", markdown("# Title", "```ts", "a;", "b;", "```"), [[3, "a;\nb;\n"]]],
    [
      "nothing of other languages",
      markdown("```sh", "npm test", "```", "```yaml", "ts: 1", "```", "```", "a", "```"),
      [],
    ],
    [
      "nothing of what a block shows of Markdown",
      markdown("````md", "```ts", "a;", "```", "````", "```ts", "b;", "```"),
      [[7, "b;\n"]],
    ],
    ["lines that end as on Windows", "text\r\n```ts\r\na;\r\n```\r\n", [[3, "a;\n"]]],
  ])("is %s", (_what, text, expected) => {
    expect(tsBlocks("x.md", text).map(({ line, text }) => [line, text])).toEqual(expected);
  });

  test("has to end", () => {
    expect(() => tsBlocks("x.md", markdown("text", "```ts", "a;"))).toThrow("x.md:2: ");
  });
});

describe("a block that is wrong", () => {
  test("does not compile, and is found by its line in the Markdown file", () => {
    const text = markdown(
      "# Title",
      "```ts",
      'import { isBatch, isBatsh } from "openai-batch-types";',
      "const value: unknown = await fetch('/');",
      "if (isBatch(value)) value.state;",
      "```",
      "```ts",
      "value.id;",
      "```",
    );
    expect(
      compileErrors(tsBlocks("x.md", text)).map((error) => error.replace(/: .*/s, "")),
    ).toEqual(["x.md:3:19 TS2724", "x.md:5:27 TS2339", "x.md:8:1 TS2304"]);
  });

  test.each([
    ["throws", "throw new Error(`wrong ${1 + 1}`);", "wrong 2"],
    ["fails later", "void Promise.reject(new Error(`wrong ${1 + 1}`));", "wrong 2"],
    ["asks another server", "await fetch('https://example.com');", "must not ask https://example"],
  ])("does not run where it %s, and is found by its line", async (_what, line, message) => {
    const [block] = tsBlocks("x.md", markdown("# Title", "", "```ts", "", line, "```"));
    expect.assert(block !== undefined);
    const { code, output } = await runBlock(block);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).toContain(".ts:5");
  });
});

describe("a block that is right", () => {
  test("runs with the packages of the project, and with an API that answers", async () => {
    const text = markdown(
      "```ts",
      'import { generate } from "guardsmith";',
      'import { Hono } from "hono";',
      'import { isBatch, isListBatchesResponse } from "openai-batch-types";',
      'import type { paths } from "openai-batch-types/openapi";',
      "",
      'const path: keyof paths = "/batches";',
      "const answers = await Promise.all([",
      '  fetch("https://api.openai.com/v1/batches/batch_1", { headers }),',
      "  fetch(new URL(`https://api.openai.com/v1${path}`)),",
      "]);",
      "const [batch, list]: unknown[] = await Promise.all(answers.map((each) => each.json()));",
      "console.log(typeof generate, new Hono().routes.length, isBatch(batch), isListBatchesResponse(list));",
      "```",
    );
    const [block] = tsBlocks("x.md", text);
    expect.assert(block !== undefined);
    expect(compileErrors([block])).toEqual([]);
    expect(await runBlock(block)).toEqual({ code: 0, output: "function 0 true true\n" });
  });
});
