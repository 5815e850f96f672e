import type { Warning } from "../core/diagnostic.js";
import type { Problem } from "../core/failure.js";
import { describeDuplicateKey } from "../runtime/duplicate-keys.js";
import { maxAliasedValues, maxNesting } from "./limits.js";

/** What can be wrong with a text, whoever finds it adds where. */
export type Finding = Pick<Problem, "code" | "message" | "help">;

/** The text passes {@link maxNesting}, as it stands or with its aliases written out. */
export const nestedTooDeeply: Finding = {
  code: "nested-too-deeply",
  message: `the file is nested more than ${maxNesting} levels deep`,
  help: "move what lies deep to a place of its own, and refer to it with $ref",
};

/** The text passes {@link maxAliasedValues}. */
export const tooManyAliases: Finding = {
  code: "too-many-aliases",
  message: `the aliases stand for more than ${maxAliasedValues} values`,
  help: "write the values out, or use $ref instead of aliases",
};

/** The value of a YAML merge key is not a mapping. */
export const notMergeable: Finding = {
  code: "yaml-merge",
  message: "only mappings can be merged with <<",
  help: "put the << in quotes if it is an ordinary key",
};

/** A key of a YAML mapping is a collection, an alias or a tagged value. */
export const keyNotText: Finding = {
  code: "not-json",
  message: "a key must be a text: JSON has no other keys",
  help: "write the key as plain text, or in quotes",
};

/** The YAML stream has a document after the first one. */
export const severalDocuments: Finding = {
  code: "several-documents",
  message: "a second YAML document starts here",
  help: "keep one document in the file, and remove the lines with --- between documents",
};

/**
 * @param name The key that an object has twice.
 * @param first Where it is for the first time: `line 1, column 2`.
 */
export function duplicateKey(name: string, first: string): Finding {
  const message = describeDuplicateKey(name, first);
  return { code: "duplicate-key", message, help: "rename one of the two, or take it out" };
}

/** @param message What the parser says about the text. */
export function jsonSyntax(message: string): Finding {
  return {
    code: "json-syntax",
    message,
    help: "correct the syntax at this place; JSON has no comments and no trailing commas",
  };
}

/** @param message What the parser says about the text. */
export function yamlSyntax(message: string): Finding {
  return {
    code: "yaml-syntax",
    message,
    help: "correct the syntax here or in the lines before; YAML indents with blanks, not with tabs",
  };
}

/** @param inside What the line is in that is not indented enough. */
export function outdented(inside: string): Warning {
  return {
    code: "yaml-outdented",
    message: `the lines of a ${inside} have to be indented more than its key, with blanks`,
    help: "indent the lines: it is read as if they were",
  };
}

/** @param source The number as it is written, such as `1e400`. */
export function numberTooLarge(source: string): Finding {
  const message = `the number ${source} is too large for JavaScript`;
  return { code: "number-too-large", message, help: "write a smaller number, or a string" };
}

/** @param source The value as it is written, such as `.nan`. */
export function notJson(source: string): Finding {
  return {
    code: "not-json",
    message: `JSON has no value ${source}`,
    help: "put it in quotes if it is a text",
  };
}

/** @param anchor The name of the anchor, without `&`. */
export function unknownAnchor(anchor: string): Finding {
  return {
    code: "unknown-anchor",
    message: `no anchor &${anchor} stands before this alias`,
    help: `put &${anchor} before the value that the alias stands for`,
  };
}

/** @param anchor The name of the anchor, without `&`. */
export function cyclicAlias(anchor: string): Finding {
  return {
    code: "cyclic-alias",
    message: `the alias *${anchor} stands inside the value that it names`,
    help: "use a $ref for a recursive schema",
  };
}

/** @param message What the YAML parser says about the tag. */
export function yamlTag(message: string): Finding {
  return {
    code: "yaml-tag",
    message,
    help: "JSON has no tags: remove this one, and write the value as plain YAML",
  };
}
