/** The modes of the `format` keyword: an annotation, or an assertion that guards check. */
export const formatModes = ["annotate", "assert"] as const;

/** One of the modes of the `format` keyword. */
export type FormatMode = (typeof formatModes)[number];

/**
 * The modes of formats: the same for all, or by name. A value that is not a mode is the regular expression of a
 * custom format. `*` is for all formats that are not named; without it, these are annotations.
 */
export type Formats = FormatMode | Readonly<Record<string, string>>;

/** The rule for one format. */
export interface FormatRule {
  readonly mode: FormatMode;
  /** The regular expression of the config for the format. */
  readonly pattern?: string;
}

/**
 * Returns the rule for a format.
 *
 * @param declared The mode that the meta-schema declares, which applies to formats that the config does not name.
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

/** Returns whether a rule for a format is a mode, and not a regular expression. */
export function isFormatMode(rule: string): rule is FormatMode {
  return formatModes.some((mode) => mode === rule);
}
