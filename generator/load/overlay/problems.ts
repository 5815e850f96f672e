import type { Warning } from "../../core/diagnostic.js";
import type { ProblemText } from "../../text/problems.js";
import { maxPlacedValues, maxQuerySteps } from "./limits.js";

/** @param why The reason, as the end of a sentence. */
export function malformedJsonPath(why: string): ProblemText {
  return {
    code: "invalid-jsonpath",
    message: `this is not a JSONPath query: ${why}`,
    help: "write it in the syntax of RFC 9535, as in $.paths['/pets'].get or $.servers[?@.url == 'a']",
  };
}

/** The parser of JSONPath has exceeded its stack. */
export const tooLongJsonPath: ProblemText = {
  code: "invalid-jsonpath",
  message: "the JSONPath query is too long",
  help: "write a shorter one",
};

/** A query takes more than {@link maxQuerySteps}. */
export const tooCostly: ProblemText = {
  code: "overlay-too-costly",
  message: `the query takes more than ${maxQuerySteps} steps`,
  help: "write it with fewer `..` and `*`, especially inside filters, or with a simpler regular expression",
};

/** A query selects more than {@link maxPlacedValues}. */
export const tooManySelected: ProblemText = {
  code: "overlay-too-large",
  message: `the query selects more than ${maxPlacedValues} values`,
  help: "select less, with fewer `..` and `*`",
};

/** Overlays put more than {@link maxPlacedValues} into a document. */
export const tooManyPlaced: ProblemText = {
  code: "overlay-too-large",
  message: `the overlays put more than ${maxPlacedValues} values into the document`,
  help: "select less, or put a component into the document and refer to it with $ref",
};

/** @param name The document, as the user knows it. */
export function unmatched(name: string): ProblemText {
  return {
    code: "unmatched-overlay-action",
    message: `the target selects nothing in ${name}, so the action changes nothing`,
    help: "correct the target, or remove the action",
  };
}

/** The target of `remove` is the whole document. */
export const removesRoot: ProblemText = {
  code: "overlay-removes-root",
  message: "the action would remove the whole document",
  help: "select the members of the document to remove, as in $.servers",
};

/** @param kinds The kinds of the selected values, as nouns. */
export function mixedTargets(kinds: readonly string[]): ProblemText {
  return {
    code: "overlay-conflict",
    message: `the target selects ${kinds.join(" and ")}, and one value cannot be merged into both`,
    help: "write an action for each, for example with a filter",
  };
}

/** An overlay of version 1.0 would replace a text or a number by itself. */
export const primitiveTarget: ProblemText = {
  code: "overlay-conflict",
  message: "the target selects a primitive value, and Overlay 1.0 updates only objects and arrays",
  help: "select the object around it, or write `overlay: 1.1.0`",
};

/** @param count How many values are selected. */
export function notOneToCopy(count: number): ProblemText {
  return {
    code: "overlay-copy-source",
    message: `\`copy\` must select one value, but selects ${count === 0 ? "none" : count}`,
    help: "correct the query, so that it selects the one value to copy",
  };
}

/**
 * @param update The kind of the value to merge, as a noun.
 * @param target The kind of its target, as a noun.
 * @param where Where the target is.
 */
export function conflict(update: string, target: string, where: string): ProblemText {
  return {
    code: "overlay-conflict",
    message: `${update} cannot be merged into ${target} ${where}`,
    help: "remove the target with an action before this one, or write a value of the same kind",
  };
}

/**
 * @param meant The reference to the document in the overlay.
 * @param name The document that it is applied to.
 */
export function forAnotherDocument(meant: string, name: string): Warning {
  return {
    code: "overlay-for-another-document",
    message: `the overlay extends ${JSON.stringify(meant)}, but is applied to ${name}`,
    help: "check that it is the right overlay, and correct `extends` or remove it",
  };
}

/** An overlay without `extends` is given as the document. */
export const extendsNothing: ProblemText = {
  code: "overlay-without-document",
  message: "this is an overlay that does not say which document it extends",
  help: "add `extends`, or name the document and give the overlay as one of the `overlays`",
};

/** A file that is given as an overlay is not an overlay. */
export const notAnOverlay: ProblemText = {
  code: "not-an-overlay",
  message: "the file is not an overlay: it has no field `overlay`",
  help: "an overlay starts with its version, as in overlay: 1.1.0",
};

/** @param version The given version, as JSON. */
export function unsupportedOverlay(version: string): ProblemText {
  return {
    code: "unsupported-overlay-version",
    message: `the version of the overlay is ${version}; Guardsmith reads 1.0 and 1.1`,
    help: 'write the version that the overlay follows as a string of three numbers, such as "1.1.0"',
  };
}

/** @param name The name of the field. */
export function missingField(name: string): ProblemText {
  return {
    code: "invalid-overlay",
    message: `the field \`${name}\` is missing`,
    help: "add it: overlays need `overlay`, `info` with `title` and `version`, and `actions` with a `target` each",
  };
}

/**
 * @param subject The invalid part, as the subject of a sentence.
 * @param expected What it has to be, as the end of that sentence.
 */
export function malformedField(subject: string, expected: string): ProblemText {
  return {
    code: "invalid-overlay",
    message: `${subject} must be ${expected}`,
    help: "correct the value",
  };
}

/**
 * @param name The name of the field.
 * @param known The known fields.
 */
export function unknownField(name: string, known: readonly string[]): ProblemText {
  return {
    code: "unknown-overlay-field",
    message: `an overlay has no field \`${name}\` here`,
    help: `the fields are ${known.map((field) => `\`${field}\``).join(", ")}; others begin with x-`,
  };
}

/** @param name A field that version 1.0 does not have. */
export function fieldSince(name: string): ProblemText {
  return {
    code: "unknown-overlay-field",
    message: `Overlay 1.0 has no field \`${name}\` here`,
    help: "write `overlay: 1.1.0`, or remove the field",
  };
}

/** An action has both `update` and `copy`. */
export const contradictoryAction: ProblemText = {
  code: "invalid-overlay",
  message: "an action cannot have both `update` and `copy`",
  help: "write two actions",
};

/** An action has nothing but a target. */
export const idleAction: ProblemText = {
  code: "invalid-overlay",
  message: "the action does not say what to do",
  help: "add `update`, `copy` or `remove: true`",
};
