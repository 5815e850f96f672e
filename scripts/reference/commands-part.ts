import type { Argument, Command, Option } from "commander";
import { createProgram, commandHelp, type Actions } from "../../generator/cli/program.js";
import type { CommandHelp, HelpTable } from "../../generator/cli/help.js";
import { code } from "../../generator/text/markdown.js";
import { table } from "./table.js";

/** A section for each command: its arguments, its options, its exit codes, and examples. */
export function commandsPart(): string {
  const nothing = (): Promise<void> => Promise.resolve();
  const actions: Actions = {
    init: nothing,
    generate: nothing,
    clean: nothing,
    validate: nothing,
    sample: nothing,
    diff: nothing,
    reconcile: nothing,
  };
  const { commands } = createProgram("0.0.0", actions);
  return Object.entries(commandHelp)
    .map(([name, help]) => {
      const command = commands.find((each) => each.name() === name);
      if (command === undefined) throw new Error(`There is no command ${name}`);
      return commandSection(command, help);
    })
    .join("\n\n");
}

function commandSection(command: Command, { about, exitCodes, examples }: CommandHelp): string {
  const name = `guardsmith ${command.name()}`;
  const takes = command.registeredArguments;
  return [
    `## \`${name}\``,
    sentence(command.description()),
    ["```sh", `${name} ${command.usage()}`, "```"].join("\n"),
    ...(takes.length === 0
      ? []
      : [table(["argument", "what it is", "default"], takes.map(ofArgument))]),
    table(
      ["option", "what it does", "default", "example"],
      command.options.map((option) => ofOption(option, examples)),
    ),
    ...about.map((part) => (typeof part === "string" ? part : tableOf(part))),
    table(
      ["exit code", "meaning"],
      exitCodes.map(([number, meaning]) => [number, meaning]),
    ),
    ["```sh", ...examples, "```"].join("\n"),
  ].join("\n\n");
}

function ofArgument(argument: Argument): readonly string[] {
  const { text, standard } = split(argument.description);
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return [code(argument.required ? `<${name}>` : `[${name}]`), text, standard ?? "none"];
}

function ofOption(option: Option, examples: readonly string[]): readonly string[] {
  const { text, standard } = split(option.description);
  const choices = option.argChoices?.map(code).join(", ");
  const isFlag = !option.required && !option.optional;
  return [
    code(option.flags),
    choices === undefined ? text : `${text}: ${choices}`,
    standard ?? option.defaultValueDescription ?? defaultOf(option) ?? (isFlag ? "off" : "none"),
    code(exampleOf(option, examples) ?? `${examples[0] ?? ""} ${option.long ?? ""}`),
  ];
}

/** The default value of an option that is a number or a text; that of `--no-x` only means "off". */
function defaultOf({ defaultValue, negate }: Option): string | undefined {
  const value: unknown = defaultValue;
  return !negate && (typeof value === "number" || typeof value === "string")
    ? String(value)
    : undefined;
}

/** The first example with an option. */
export function exampleOf(
  { long, short }: Option,
  examples: readonly string[],
): string | undefined {
  return examples.find((example) =>
    example.split(" ").some((word) => word === long || word === short),
  );
}

/** A description without the default at its end. */
function split(description: string): { readonly text: string; readonly standard?: string } {
  const [, text = description, standard] = /^(.*) \(default: (.*)\)$/.exec(description) ?? [];
  return standard === undefined ? { text } : { text, standard };
}

function tableOf({ title, rows }: HelpTable): string {
  return [title, rows.map(([term, meaning]) => `- ${term}: ${meaning}`).join("\n")].join("\n\n");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
