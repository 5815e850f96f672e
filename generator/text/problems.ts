import type { Warning } from "../core/diagnostic.js";
import type { Problem } from "../core/failure.js";
import { describeDuplicateKey } from "../runtime/duplicate-keys.js";
import { maxAliasedValues, maxNesting } from "./limits.js";

/** A problem without its place, which is added where it is found. */
export type ProblemText = Pick<Problem, "code" | "message" | "help">;

/** The text exceeds {@link maxNesting}, as written or with its aliases expanded. */
export const nestedTooDeeply: ProblemText = {
  code: "nested-too-deeply",
  message: `the file is nested more than ${maxNesting} levels deep`,
  help: "move the deepest parts to another place, and refer to them with $ref",
};

/** The text exceeds {@link maxAliasedValues}. */
export const tooManyAliases: ProblemText = {
  code: "too-many-aliases",
  message: `the aliases expand to more than ${maxAliasedValues} values`,
  help: "write the values out, or use $ref instead of aliases",
};

/** The value of a YAML merge key is not a mapping. */
export const notMergeable: ProblemText = {
  code: "yaml-merge",
  message: "only mappings can be merged with <<",
  help: "put the << in quotes if it is an ordinary key",
};

/** A key of a YAML mapping is a collection, an alias or a tagged value. */
export const keyNotText: ProblemText = {
  code: "not-json",
  message: "a key must be a string, because JSON has no other keys",
  help: "write the key as a plain string, or in quotes",
};

/** The YAML stream has a document after the first one. */
export const severalDocuments: ProblemText = {
  code: "several-documents",
  message: "a second YAML document starts here",
  help: "keep one document in the file, and remove the lines with --- between documents",
};

/**
 * @param name The duplicate key.
 * @param first Where it is for the first time: `line 1, column 2`.
 */
export function duplicateKey(name: string, first: string): ProblemText {
  const message = describeDuplicateKey(name, first);
  return { code: "duplicate-key", message, help: "rename one of the two, or remove it" };
}

/** @param message The message of the parser. */
export function jsonSyntax(message: string): ProblemText {
  return {
    code: "json-syntax",
    message,
    help: "correct the syntax at this place; JSON has no comments and no trailing commas",
  };
}

/** @param message The message of the parser. */
export function yamlSyntax(message: string): ProblemText {
  return {
    code: "yaml-syntax",
    message,
    help: "correct the syntax here or in the lines before; YAML indents with spaces, not with tabs",
  };
}

/** @param inside What the line is part of. */
export function outdented(inside: string): Warning {
  return {
    code: "yaml-outdented",
    message: `the lines of a ${inside} have to be indented more than its key, with spaces`,
    help: "indent the lines: the text is read as if they were indented",
  };
}

/** @param source The number as written, such as `1e400`. */
export function numberTooLarge(source: string): ProblemText {
  const message = `the number ${source} is too large for JavaScript`;
  return { code: "number-too-large", message, help: "write a smaller number, or a string" };
}

/** @param source The value as written, such as `.nan`. */
export function notJson(source: string): ProblemText {
  return {
    code: "not-json",
    message: `JSON has no value ${source}`,
    help: "put it in quotes if it is a string",
  };
}

/** @param anchor The name of the anchor, without `&`. */
export function unknownAnchor(anchor: string): ProblemText {
  return {
    code: "unknown-anchor",
    message: `the anchor &${anchor} is not defined before this alias`,
    help: `put &${anchor} before the value that the alias refers to`,
  };
}

/** @param anchor The name of the anchor, without `&`. */
export function cyclicAlias(anchor: string): ProblemText {
  return {
    code: "cyclic-alias",
    message: `the alias *${anchor} is inside the value that it refers to`,
    help: "use a $ref for a recursive schema",
  };
}

/** @param message The message of the YAML parser. */
export function yamlTag(message: string): ProblemText {
  return {
    code: "yaml-tag",
    message,
    help: "JSON has no tags: remove this one, and write the value as plain YAML",
  };
}
