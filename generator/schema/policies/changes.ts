import type { Keywords } from "../keywords/keyword-values.js";
import type { ObjectSchema, Revision } from "../schema.js";

/** The change that a policy makes to a schema. */
export interface Change {
  readonly keywords: Keywords;
  /** A sentence for the doc comment. */
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

/** Returns keywords without the named ones. */
export function without(keywords: Keywords, names: ReadonlySet<string>): Keywords {
  return Object.fromEntries(Object.entries(keywords).filter(([name]) => !names.has(name)));
}
