/** What the `format` keyword may do: say something about a value, or decide whether it is valid. */
export const formatModes = ["annotate", "assert"] as const;

/** One of the things that the `format` keyword may do. */
export type FormatMode = (typeof formatModes)[number];

/**
 * What the `format` keyword does: the same for every format, or by name. A text that is no mode is the
 * regular expression of a format of one's own. `*` stands for those that are not named; without it,
 * they are annotations.
 */
export type Formats = FormatMode | Readonly<Record<string, string>>;

/** What the `format` keyword does with one format. */
export interface FormatRule {
  readonly mode: FormatMode;
  /** The regular expression that the config has for the format. */
  readonly pattern?: string;
}

/**
 * What is to be done with a format.
 *
 * @param declared What the meta-schema declares, which counts where the config names no format.
 */
export function formatRule(name: string, formats: Formats, declared?: FormatMode): FormatRule {
  const rule = typeof formats === "string" ? (declared ?? formats) : ruleAmong(formats, name);
  const said = rule ?? declared ?? "annotate";
  return isFormatMode(said) ? { mode: said } : { mode: "assert", pattern: said };
}

function ruleAmong(formats: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = [name, "*"].find((each) => Object.hasOwn(formats, each));
  return key === undefined ? undefined : formats[key];
}

/** Whether a rule for a format is not a regular expression. */
export function isFormatMode(rule: string): rule is FormatMode {
  return formatModes.some((mode) => mode === rule);
}
