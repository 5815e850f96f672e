import type { Keywords } from "../keywords/keyword-values.js";
import type { ObjectSchema, Revision } from "../schema.js";

/** What a policy makes of a schema. */
export interface Change {
  readonly keywords: Keywords;
  /** What to tell a reader. */
  readonly note: string;
  readonly places?: Revision["places"];
}

/** A schema after a change, with its note. */
export function revise(schema: ObjectSchema, change: Change | undefined): ObjectSchema {
  if (change === undefined) return schema;
  const { notes = [], documented = schema.keywords, places = {} } = schema.revision ?? {};
  return {
    ...schema,
    keywords: change.keywords,
    revision: {
      notes: [...notes, change.note],
      documented,
      places: { ...places, ...change.places },
    },
  };
}

/** Keywords without some of them. */
export function without(keywords: Keywords, names: ReadonlySet<string>): Keywords {
  return Object.fromEntries(Object.entries(keywords).filter(([name]) => !names.has(name)));
}
