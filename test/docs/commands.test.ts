import { describe, expect, test } from "vitest";
import { commandsOf, usageError } from "./commands.js";
import { markdownFiles } from "./markdown-files.js";

const commands = [...markdownFiles()].flatMap(([file, text]) => commandsOf(file, text));

test("every command in the Markdown files has arguments that exist", async () => {
  expect(commands.length).toBeGreaterThan(50);
  const wrong = await Promise.all(
    commands.map(async ({ place, args }) => [place, await usageError(args)] as const),
  );
  expect(wrong.filter(([, error]) => error !== undefined)).toEqual([]);
});

describe("the arguments of a command", () => {
  test.each<[what: string, markdown: string, args: readonly string[]]>([
    ["of a shell", "```sh\nguardsmith generate --check  # in CI\n```", ["generate", "--check"]],
    ["of npx", "```sh\nnpx guardsmith init 'a b.yaml'\n```", ["init", "a b.yaml"]],
    [
      "behind a pipe",
      '```sh\ncurl "$url" | guardsmith validate --model Pet -\n```',
      ["validate", "--model", "Pet", "-"],
    ],
    ["before a redirection", "```sh\nguardsmith clean > log.txt\n```", ["clean"]],
    ["before another one", "```sh\nguardsmith clean && npm test\n```", ["clean"]],
    ["of a transcript", "```\n$ guardsmith clean --out a\nno files\n```", ["clean", "--out", "a"]],
    ["of a workflow", "```yaml\n- run: npx guardsmith generate\n```", ["generate"]],
    ["of a script", '```json\n"api": "guardsmith generate",\n```', ["generate"]],
    [
      "in a sentence",
      "```text\nguardsmith generate --watch, where it can\n```",
      ["generate", "--watch"],
    ],
    ["in a line of text", "Run `guardsmith generate --force` again.", ["generate", "--force"]],
  ])("%s are found", (_what, markdown, args) => {
    expect(commandsOf("x.md", markdown).map((command) => command.args)).toEqual([args]);
  });

  test("are none where the name stands for the project", () => {
    const text =
      'Guardsmith, `guardsmith`, `guardsmith.config.ts`\n```ts\nimport "guardsmith";\n```\n';
    expect(commandsOf("x.md", text)).toEqual([]);
  });

  test.each([
    [["generate", "--chekc"], "unknown option"],
    [["genrate"], "unknown command"],
    [["generate", "--target", "java"], "Allowed choices"],
    [["generate", "--check", "--watch"], "cannot be used with"],
    [["generate", "--help"], undefined],
  ])("are asked of the command line: %j", async (args, error) => {
    const found = await usageError(args);
    expect(found).toEqual(error === undefined ? undefined : expect.stringContaining(error));
  });
});
