import { describe, expect, it } from "vitest";
import { helpText } from "../../generator/cli/help.js";
import { commandHelp, createProgram, type Actions } from "../../generator/cli/program.js";
import { exampleOf } from "../../scripts/reference/commands-part.js";

const called: string[] = [];
const program = createProgram("0.0.0", {
  init: noted("init"),
  generate: noted("generate"),
  clean: noted("clean"),
  validate: noted("validate"),
  sample: noted("sample"),
  diff: noted("diff"),
  reconcile: noted("reconcile"),
});

function noted(name: keyof Actions): () => Promise<void> {
  return () => {
    called.push(name);
    return Promise.resolve();
  };
}

/** The arguments of a command line of an example, without the name of the program. */
function argumentsOf(example: string): readonly string[] {
  const [, line = ""] = /guardsmith (.*)$/.exec(example) ?? [];
  return Array.from(line.matchAll(/'([^']*)'|\S+/g), ([word, quoted]) => quoted ?? word);
}

describe("the help of a command", () => {
  it("is there for every command", () => {
    expect(program.commands.map((command) => command.name()).sort()).toEqual(
      Object.keys(commandHelp).sort(),
    );
  });

  const examples = Object.entries(commandHelp).flatMap(([name, help]) =>
    help.examples.map((example) => [name, example] as const),
  );
  it.each(examples)("has examples that the command line takes: %s, %s", async (name, example) => {
    called.length = 0;
    await program.parseAsync([...argumentsOf(example)], { from: "user" });
    expect(called).toEqual([name]);
  });

  it.each(program.commands.map((command) => [command.name(), command] as const))(
    "shows every option that takes a value in an example: %s",
    (name, command) => {
      const help = commandHelp[name as keyof Actions]; // there is one for each, as shown above
      const shown = command.options
        .filter(({ required, optional }) => required || optional)
        .filter((option) => exampleOf(option, help.examples) === undefined);
      expect(shown.map(({ flags }) => flags)).toEqual([]);
    },
  );

  it("breaks lines at 100 columns, and shows names without backticks", () => {
    const long = "word ".repeat(30).trim();
    const text = helpText({
      about: [
        `Set \`A=1\`. ${long}`,
        {
          title: "Names:",
          rows: [
            ["`a`", long],
            ["`long`", "b"],
          ],
        },
      ],
      exitCodes: [["0", "all is well"]],
      examples: ["guardsmith generate"],
    });
    expect(text).toBe(
      [
        "",
        `Set A=1. ${"word ".repeat(18).trim()}`,
        "word ".repeat(12).trim(),
        "",
        "Names:",
        `  a     ${"word ".repeat(18).trim()}`,
        `        ${"word ".repeat(12).trim()}`,
        "  long  b",
        "",
        "Exit codes:",
        "  0  all is well",
        "",
        "Examples:",
        "  guardsmith generate",
      ].join("\n"),
    );
  });
});
