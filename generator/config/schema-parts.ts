import * as v from "valibot";
import { isObject } from "./plain-object.js";

// Each message completes a sentence that begins with the name of the setting.

/** An object, whatever its members: what they may be stands behind it in a pipe. */
export const object: v.GenericSchema<unknown, object> = v.custom<object>(
  isObject,
  "must be an object",
);

/** A text that says something. */
export const text: v.GenericSchema<unknown, string> = v.pipe(
  v.string("must be a string"),
  v.nonEmpty("must not be empty"),
);

/** A setting that is one of some words. */
export function choice<const Words extends readonly string[]>(
  words: Words,
): v.PicklistSchema<Words, string> {
  return v.picklist(words, `must be one of ${listed(words)}`);
}

/** The forms that a setting can have, one of them for every object. */
export interface Forms {
  readonly forms: readonly v.GenericSchema[];
}

/**
 * A setting that is an object, or something else. Unlike with a union, what is wrong inside the object
 * is told.
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

/** Says in JSON Schema what a check decides, for the schema that editors use. */
export function jsonSchema<Input>(
  schema: Readonly<Record<string, unknown>>,
): v.MetadataAction<Input, { readonly jsonSchema: Readonly<Record<string, unknown>> }> {
  return v.metadata({ jsonSchema: schema });
}

/** A function, which only a config in JavaScript or TypeScript can hold. */
export function hook<Hook>(message?: string): v.GenericSchema<unknown, Hook> {
  return v.pipe(
    v.custom<Hook>((value) => typeof value === "function", message),
    jsonSchema({ not: {} }),
  );
}

/** Words as a message lists them. */
export function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
