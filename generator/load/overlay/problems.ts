import type { Warning } from "../../core/diagnostic.js";
import type { Finding } from "../../text/findings.js";
import { maxPlacedValues, maxQuerySteps } from "./limits.js";

/** @param why What is wrong, as the end of a sentence. */
export function malformedJsonPath(why: string): Finding {
  return {
    code: "invalid-jsonpath",
    message: `this is not a JSONPath query: ${why}`,
    help: "write it as RFC 9535 asks, as in $.paths['/pets'].get or $.servers[?@.url == 'a']",
  };
}

/** The parser of JSONPath has run out of its stack. */
export const tooLongJsonPath: Finding = {
  code: "invalid-jsonpath",
  message: "the JSONPath query is too long",
  help: "write a shorter one",
};

/** A query takes more than {@link maxQuerySteps}. */
export const tooCostly: Finding = {
  code: "overlay-too-costly",
  message: `the query takes more than ${maxQuerySteps} steps`,
  help: "write it with fewer `..` and `*`, above all inside of filters, or with a simpler regular expression",
};

/** A query selects more than {@link maxPlacedValues}. */
export const tooManySelected: Finding = {
  code: "overlay-too-large",
  message: `the query selects more than ${maxPlacedValues} values`,
  help: "select less, with fewer `..` and `*`",
};

/** Overlays put more than {@link maxPlacedValues} into a document. */
export const tooManyPlaced: Finding = {
  code: "overlay-too-large",
  message: `the overlays put more than ${maxPlacedValues} values into the document`,
  help: "select less, or put a component into the document and refer to it with $ref",
};

/** @param name The document, as the user knows it. */
export function unmatched(name: string): Finding {
  return {
    code: "unmatched-overlay-action",
    message: `the target selects nothing in ${name}, so the action changes nothing`,
    help: "correct the target, or remove the action",
  };
}

/** The target of `remove` is the whole document. */
export const removesRoot: Finding = {
  code: "overlay-removes-root",
  message: "the action would remove the whole document",
  help: "select the members of the document that are to be removed, as in $.servers",
};

/** @param kinds What is selected, as nouns. */
export function mixedTargets(kinds: readonly string[]): Finding {
  return {
    code: "overlay-conflict",
    message: `the target selects ${kinds.join(" and ")}, and one value cannot be merged into both`,
    help: "write an action for each, as with a filter",
  };
}

/** An overlay of version 1.0 would replace a text or a number by itself. */
export const primitiveTarget: Finding = {
  code: "overlay-conflict",
  message: "the target selects a primitive value, and Overlay 1.0 updates only objects and arrays",
  help: "select the object around it, or write `overlay: 1.1.0`",
};

/** @param count How many values are selected. */
export function notOneToCopy(count: number): Finding {
  return {
    code: "overlay-copy-source",
    message: `\`copy\` must select one value, and selects ${count === 0 ? "none" : count}`,
    help: "correct the query, so that it selects the one value to copy",
  };
}

/**
 * @param update What is to be merged, as a noun.
 * @param target What it is to be merged into, as a noun.
 * @param where Where that stands.
 */
export function conflict(update: string, target: string, where: string): Finding {
  return {
    code: "overlay-conflict",
    message: `${update} cannot be merged into ${target}, which stands ${where}`,
    help: "remove what stands there with an action before this one, or write a value of its kind",
  };
}

/**
 * @param meant The document that the overlay names, as it names it.
 * @param name The document that it is applied to.
 */
export function forAnotherDocument(meant: string, name: string): Warning {
  return {
    code: "overlay-for-another-document",
    message: `the overlay says that it extends ${JSON.stringify(meant)}, and is applied to ${name}`,
    help: "check that it is the right overlay, and correct `extends` or remove it",
  };
}

/** An overlay stands where a document is wanted, and does not say what it is for. */
export const extendsNothing: Finding = {
  code: "overlay-without-document",
  message: "this is an overlay, and it does not say what document it extends",
  help: "add `extends`, or name the document and give the overlay as one of the `overlays`",
};

/** A file that is to be an overlay is none. */
export const notAnOverlay: Finding = {
  code: "not-an-overlay",
  message: "the file is not an overlay: it is no object with an `overlay` field",
  help: "an overlay starts with its version, as in overlay: 1.1.0",
};

/** @param version What stands in its place, as JSON. */
export function unsupportedOverlay(version: string): Finding {
  return {
    code: "unsupported-overlay-version",
    message: `the version of the overlay is ${version}; Guardsmith reads 1.0 and 1.1`,
    help: 'write the version that the overlay follows as a string of three numbers, such as "1.1.0"',
  };
}

/** @param name The name of the field. */
export function missingField(name: string): Finding {
  return {
    code: "invalid-overlay",
    message: `the field \`${name}\` is missing`,
    help: "add it: overlays need `overlay`, `info` with `title` and `version`, and `actions` with a `target` each",
  };
}

/**
 * @param subject What is wrong, as the subject of a sentence.
 * @param expected What it must be, as the end of that sentence.
 */
export function malformedField(subject: string, expected: string): Finding {
  return {
    code: "invalid-overlay",
    message: `${subject} must be ${expected}`,
    help: "correct the value",
  };
}

/**
 * @param name The name of the field.
 * @param known The fields that there are.
 */
export function unknownField(name: string, known: readonly string[]): Finding {
  return {
    code: "unknown-overlay-field",
    message: `an overlay has no field \`${name}\` here`,
    help: `the fields are ${known.map((field) => `\`${field}\``).join(", ")}; others begin with x-`,
  };
}

/** @param name A field that version 1.0 does not have. */
export function fieldSince(name: string): Finding {
  return {
    code: "unknown-overlay-field",
    message: `Overlay 1.0 has no field \`${name}\` here`,
    help: "write `overlay: 1.1.0`, or remove the field",
  };
}

/** An action has both `update` and `copy`. */
export const contradictoryAction: Finding = {
  code: "invalid-overlay",
  message:
    "an action cannot have both `update` and `copy`: each would keep the other from having an effect",
  help: "write two actions",
};

/** An action has nothing but a target. */
export const idleAction: Finding = {
  code: "invalid-overlay",
  message: "the action does not say what to do",
  help: "add `update`, `copy` or `remove: true`",
};
