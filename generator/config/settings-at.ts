import type * as v from "valibot";

/**
 * Returns the settings that an object can have.
 *
 * @param schema A schema of valibot.
 * @param path The path of the object.
 * @returns Their names; an empty list if there is no such object.
 */
export function settingsAt(schema: v.GenericSchema, path: readonly string[]): readonly string[] {
  const [first, ...rest] = path;
  for (const form of formsOf(schema)) {
    if (first === undefined) {
      const { entries } = form;
      if (entries !== undefined) return Object.keys(entries);
      continue;
    }
    const inside = (form.entries && own(form.entries, first)) ?? form.value ?? form.item;
    const found = inside && settingsAt(inside, rest);
    if (found !== undefined && found.length > 0) return found;
  }
  return [];
}

/** The parts of a schema of valibot: each kind of schema has some of these. */
export interface Parts {
  readonly type: string;
  /** The members of an object, by name. */
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  /** The other members of an object. */
  readonly value?: v.GenericSchema;
  /** The items of a list. */
  readonly item?: v.GenericSchema;
  /** The schema of an optional value. */
  readonly wrapped?: v.GenericSchema;
  /** The schemas and actions that apply one after the other. */
  readonly pipe?: readonly v.GenericSchema[];
  /** The forms of a setting, see `objectOr`. */
  readonly forms?: readonly v.GenericSchema[];
}

/** Returns the parts of a schema of valibot. */
function partsOf(schema: v.GenericSchema): Parts {
  return schema;
}

/** Returns the schemas of the object forms of a setting. */
function formsOf(schema: v.GenericSchema): readonly Parts[] {
  const { wrapped, pipe, forms } = partsOf(schema);
  // A pipe also has the parts of its first schema.
  const inside = pipe ?? forms ?? (wrapped && [wrapped]);
  return inside === undefined ? [partsOf(schema)] : inside.flatMap(formsOf);
}

function own<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
