import * as v from "valibot";
import { isObject } from "./plain-object.js";

// Each message completes a sentence that begins with the name of the setting.

/** An object with any members, which are checked by the next schema of the pipe. */
export const object: v.GenericSchema<unknown, object> = v.custom<object>(
  isObject,
  "must be an object",
);

/** A string that is not empty. */
export const text: v.GenericSchema<unknown, string> = v.pipe(
  v.string("must be a string"),
  v.nonEmpty("must not be empty"),
);

/** Returns the schema of a setting with a choice of words. */
export function choice<const Words extends readonly string[]>(
  words: Words,
): v.PicklistSchema<Words, string> {
  return v.picklist(words, `must be one of ${listed(words)}`);
}

/** The forms of a setting, one of which is for objects. */
export interface Forms {
  readonly forms: readonly v.GenericSchema[];
}

/**
 * Returns the schema of a setting that is an object or something else. Unlike a union, it reports the errors
 * inside an object.
 */
export function objectOr<Members, Other>(
  members: v.GenericSchema<unknown, Members>,
  other: v.GenericSchema<unknown, Other>,
): v.GenericSchema<unknown, Members | Other> & Forms {
  const schema = v.lazy((value): v.GenericSchema<unknown, Members | Other> =>
    isObject(value) ? members : other,
  );
  return { ...schema, forms: [members, other] };
}

/** Attaches the JSON Schema of a check, for the schema that editors use. */
export function jsonSchema<Input>(
  schema: Readonly<Record<string, unknown>>,
): v.MetadataAction<Input, { readonly jsonSchema: Readonly<Record<string, unknown>> }> {
  return v.metadata({ jsonSchema: schema });
}

/** Returns the schema of a function, which only a config in JavaScript or TypeScript can have. */
export function hook<Hook>(message?: string): v.GenericSchema<unknown, Hook> {
  return v.pipe(
    v.custom<Hook>((value) => typeof value === "function", message),
    jsonSchema({ not: {} }),
  );
}

/** Joins words for a message. */
export function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
