import type { OxfmtOptions } from "./oxfmt.js";
import type { PrettierOptions } from "./user-prettier.js";

/** Returns whether oxfmt treats a value of an option as Prettier does. */
type IsShared = (value: unknown) => boolean;

const isFlag: IsShared = (value) => typeof value === "boolean";

/** The options that oxfmt and Prettier share, with the values that mean the same in both. */
const sharedOptions: ReadonlyMap<string, IsShared> = new Map([
  ["arrowParens", isOneOf("always", "avoid")],
  ["bracketSameLine", isFlag],
  ["bracketSpacing", isFlag],
  ["embeddedLanguageFormatting", isOneOf("auto", "off")],
  ["endOfLine", isOneOf("lf", "crlf", "cr")],
  ["experimentalOperatorPosition", isOneOf("start", "end")],
  ["htmlWhitespaceSensitivity", isOneOf("css", "strict", "ignore")],
  ["jsxSingleQuote", isFlag],
  ["objectWrap", isOneOf("preserve", "collapse")],
  ["printWidth", isWithin(1, 320)],
  ["proseWrap", isOneOf("always", "never", "preserve")],
  ["quoteProps", isOneOf("as-needed", "consistent", "preserve")],
  ["semi", isFlag],
  ["singleAttributePerLine", isFlag],
  ["singleQuote", isFlag],
  ["tabWidth", isWithin(1, 24)],
  ["trailingComma", isOneOf("all", "es5", "none")],
  ["useTabs", isFlag],
  ["vueIndentScriptAndStyle", isFlag],
]);

/** Options that oxfmt does not have, with the value that has no effect. */
const idleOptions: ReadonlyMap<string, unknown> = new Map([
  ["checkIgnorePragma", false],
  ["experimentalTernaries", false],
  ["insertPragma", false],
  ["requirePragma", false],
]);

/** The options with which oxfmt formats as Prettier does by default. */
export const prettierDefaults: OxfmtOptions = { printWidth: 80, sortPackageJson: false };

/**
 * Returns the options with which oxfmt formats as Prettier does.
 *
 * @param options The options of Prettier.
 * @returns The options of oxfmt. Undefined if only Prettier supports or checks an option: plugins, parsers,
 *   experiments.
 */
export function oxfmtOptionsFor(options: PrettierOptions): OxfmtOptions | undefined {
  const asked = Object.entries(options).filter(([name, value]) => !isIdle(name, value));
  return asked.every(([name, value]) => sharedOptions.get(name)?.(value))
    ? { ...prettierDefaults, ...Object.fromEntries(asked) }
    : undefined;
}

function isIdle(name: string, value: unknown): boolean {
  if (name === "plugins") return Array.isArray(value) && value.length === 0;
  return idleOptions.has(name) && idleOptions.get(name) === value;
}

function isOneOf(...words: readonly unknown[]): IsShared {
  return (value) => words.includes(value);
}

function isWithin(least: number, most: number): IsShared {
  return (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
