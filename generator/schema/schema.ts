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
  /** The keyword of the schema around that holds it; undefined, if it stands on its own. */
  readonly within?: string | undefined;
  readonly value: boolean;
}

/** https://json-schema.org/draft/2020-12/json-schema-core#section-4.3.1 */
export interface ObjectSchema {
  readonly kind: "object";
  readonly id: SchemaId;
  readonly place: Place;
  /** The same as of a boolean schema. */
  readonly within?: string | undefined;
  readonly keywords: Keywords;
  /** The keywords that the document has under another name, that of an older version, with that. */
  readonly origins?: ReadonlyMap<string, string> | undefined;
  /** Whether something in it that restricts values is left out, so that it accepts more than it should. */
  readonly isLoose?: true | undefined;
  /** How the document writes numbers that are too long for JavaScript to print them so, by keyword. */
  readonly numerals?: ReadonlyMap<string, string> | undefined;
  /** What policies made of it, if they changed it. */
  readonly revision?: Revision | undefined;
}

/** Where a keyword of a schema stands in the document. */
export function keywordPlace({ place, origins, revision }: ObjectSchema, name: KeywordName): Place {
  return revision?.places[name] ?? below(place, origins?.get(name) ?? name);
}

/** The title of a schema, to be spread; nothing, if it has none. */
export function titleOf(schema: Schema): { readonly title?: string } {
  const title = schema.kind === "object" ? schema.keywords.title : undefined;
  return title === undefined ? {} : { title };
}

/** What there is to say of a schema that policies changed, besides its keywords. */
export interface Revision {
  /** What a reader has to know of the changes: a sentence for each. */
  readonly notes: readonly string[];
  /** The keywords as the document has them, for doc comments. */
  readonly documented: Keywords;
  /** Where keywords stand that the document has under another name, or not at all. */
  readonly places: Readonly<Partial<Record<KeywordName, Place>>>;
}
