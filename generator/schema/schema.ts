import { below, type Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import type { KeywordName, Keywords } from "./keywords/keyword-values.js";

/** A parsed schema: `true` and `false`, or a set of keywords. */
export type Schema = BooleanSchema | ObjectSchema;

/** https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.2 */
export interface BooleanSchema {
  readonly kind: "boolean";
  readonly id: SchemaId;
  readonly place: Place;
  /** The keyword of the containing schema that holds it; undefined, if no schema contains it. */
  readonly within?: string | undefined;
  readonly value: boolean;
}

/** https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.1 */
export interface ObjectSchema {
  readonly kind: "object";
  readonly id: SchemaId;
  readonly place: Place;
  /** As in a boolean schema. */
  readonly within?: string | undefined;
  readonly keywords: Keywords;
  /** The keywords that the document writes under the name of an older version, with that name. */
  readonly origins?: ReadonlyMap<string, string> | undefined;
  /** Whether a restriction in it was left out, so that it accepts more than it should. */
  readonly isLoose?: true | undefined;
  /** How the document writes numbers that JavaScript prints differently, by keyword. */
  readonly numerals?: ReadonlyMap<string, string> | undefined;
  /** The changes that policies made to it, if any. */
  readonly revision?: Revision | undefined;
}

/** The place of a keyword of a schema in the document. */
export function keywordPlace({ place, origins, revision }: ObjectSchema, name: KeywordName): Place {
  return revision?.places[name] ?? below(place, origins?.get(name) ?? name);
}

/** The title of a schema as a member to be spread; an empty object, if it has none. */
export function titleOf(schema: Schema): { readonly title?: string } {
  const title = schema.kind === "object" ? schema.keywords.title : undefined;
  return title === undefined ? {} : { title };
}

/** What is known of a schema that policies changed, besides its keywords. */
export interface Revision {
  /** The changes, for the doc comment: a sentence for each. */
  readonly notes: readonly string[];
  /** The keywords as the document writes them, for doc comments. */
  readonly documented: Keywords;
  /** The places of keywords that the document writes under another name, or not at all. */
  readonly places: Readonly<Partial<Record<KeywordName, Place>>>;
}
