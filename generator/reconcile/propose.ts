import { isOfType, jsonTypeOf, type SchemaType } from "../core/json-type.js";
import type { Place } from "../core/place.js";
import { type Document, valueAt } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject, ownMember } from "../core/json.js";
import { codePointLength } from "../runtime/values.js";
import type { Cause } from "./reconciliation.js";
import type { Tags } from "./tags.js";
import type { VisitedSchema } from "./walk.js";
import { boundKeywords, type BoundKeyword, type Widening } from "./widening.js";

/** A keyword that a value breaks, and where. */
export interface Breach {
  /** The keyword. */
  readonly keyword: string;
  /** The schema that has the keyword. */
  readonly schema: Place;
  /** The value, or undefined if a property is missing. */
  readonly value: Json | undefined;
  /** The name of the property that is missing or not allowed. */
  readonly name: string;
  /** What guards expected. */
  readonly expected: string;
  /** The schemas on the way from the schema of the sample, if a way was found. */
  readonly way: readonly VisitedSchema[] | undefined;
}

/** How a breach could be settled. */
export interface Proposal {
  readonly cause: Cause;
  /** Distinguishes breaches of one keyword: a name, or a value as JSON. */
  readonly detail: string;
  readonly remedy: Remedy;
}

/** A widening of a schema, or the reason for none: one sentence, without a full stop. */
export type Remedy =
  | { readonly kind: "widen"; readonly schema: Place; readonly widening: Widening }
  | { readonly kind: "leave"; readonly reason: string };

/**
 * Returns the smallest sensible widening that accepts a value, or why there is none.
 *
 * @param breach The value, and the keyword that it breaks.
 * @param document The document that the value was checked against, with all changes so far.
 * @param tags The properties that distinguish alternatives.
 */
export function propose(breach: Breach, document: Document, tags: Tags): Proposal {
  const { keyword, value, schema: place, name } = breach;
  const schema = valueAt(place, document);
  const widen = (widening: Widening, at: Place = place): Remedy => {
    return at.uri === document.uri
      ? { kind: "widen", schema: at, widening }
      : leave("the schema is in another file, which overlays cannot change");
  };
  if (!isJsonObject(schema)) return unknown(`there is no schema at ${place.pointer}`);
  if (breach.way?.some(({ via }) => via === "name") === true) {
    return unknown("samples cannot tell which other names properties may have");
  }
  if (keyword === "required") return missing(breach, widen, tags);
  if (keyword === "oneOf" && isSeveral(breach)) {
    return { cause: "several-options-match", detail: "", remedy: widen({ kind: "any-option" }) };
  }
  if (value === null && allowsNoNull.has(keyword)) {
    const remedy = widen({ kind: "accept-null" }, useOf(breach.way)?.schema.place ?? place);
    return { cause: "null-not-allowed", detail: "", remedy };
  }
  if (value === undefined) return unknown("the keyword requires the property only in some cases");
  switch (keyword) {
    case "type":
      return wrongType(value, schema, breach, widen);
    case "enum":
    case "const":
      return notListed(value, schema, breach, widen, tags);
    case "anyOf":
    case "oneOf":
      return {
        cause: "no-option-matches",
        detail: "",
        remedy: leave(`none of the alternatives is meant for ${wordFor(value)}`),
      };
    case "pattern":
    case "format":
      return {
        cause: "pattern-not-matched",
        detail: "",
        remedy: leave("samples cannot tell which other strings are allowed"),
      };
    case "additionalProperties":
    case "unevaluatedProperties":
      return unexpected(keyword, schema, name, breach, widen);
    default: {
      const bound = boundKeywords.find((known) => known === keyword);
      return bound === undefined
        ? unknown(`samples cannot tell how to widen \`${keyword}\``)
        : {
            cause: "bound-exceeded",
            detail: "",
            remedy: widen({ kind: "loosen-bound", keyword: bound, limit: measure(value, bound) }),
          };
    }
  }
}

/** Keywords that `null` breaks only because they do not list `null`. */
const allowsNoNull: ReadonlySet<string> = new Set(["type", "enum", "const", "anyOf", "oneOf"]);

/** Returns whether more than one alternative accepts the value, by what guards report. */
function isSeveral({ expected }: Breach): boolean {
  return expected.startsWith("exactly one of ");
}

/** Returns the first schema that applies to the value: the use of a component, if it is one. */
export function useOf(way: readonly VisitedSchema[] | undefined): VisitedSchema | undefined {
  const last = way?.at(-1);
  return last && way?.find(({ depth }) => depth === last.depth);
}

type Widen = (widening: Widening, at?: Place) => Remedy;

function missing({ schema, name }: Breach, widen: Widen, tags: Tags): Proposal {
  const remedy = tags.isTag(schema, name)
    ? leave(`${JSON.stringify(name)} distinguishes the alternatives of a union`)
    : widen({ kind: "drop-required", name });
  return { cause: "property-missing", detail: name, remedy };
}

function wrongType(value: Json, { type }: JsonObject, breach: Breach, widen: Widen): Proposal {
  const types = isJsonArray(type) ? type : [type];
  const isFraction = typeof value === "number" && types.includes("integer");
  const remedy = isFraction
    ? widen({ kind: "accept-fractions" })
    : leave(`the document expects ${breach.expected}, not ${wordFor(value)}`);
  return { cause: "type-not-allowed", detail: jsonTypeOf(value), remedy };
}

function notListed(
  value: Json,
  schema: JsonObject,
  { keyword, schema: place, expected }: Breach,
  widen: Widen,
  tags: Tags,
): Proposal {
  const listed = keyword === "const" ? [schema.const ?? null] : ownMember(schema, "enum");
  const known = isJsonArray(listed) ? listed : [];
  if (!isOfKnownType(value, schema.type, known)) {
    const reason = `the document expects ${expected}, not ${wordFor(value)}`;
    return { cause: "type-not-allowed", detail: jsonTypeOf(value), remedy: leave(reason) };
  }
  const detail = JSON.stringify(value);
  const tag = tags.tagListedAt(place);
  const remedy =
    tag === undefined
      ? widen({ kind: "add-value", value })
      : leave(`${JSON.stringify(tag)} distinguishes the alternatives of a union`);
  return { cause: "value-not-listed", detail, remedy };
}

/** Returns whether a value is a scalar of a type that the schema allows or lists. */
function isOfKnownType(value: Json, type: Json | undefined, known: readonly Json[]): boolean {
  if (typeof value === "object") return false;
  if (type === undefined) return known.some((one) => jsonTypeOf(one) === jsonTypeOf(value));
  // Invalid types were reported when the document was read.
  const types = (isJsonArray(type) ? type : [type]) as readonly SchemaType[];
  return types.some((name) => isOfType(value, name));
}

function unexpected(
  keyword: string,
  schema: JsonObject,
  name: string,
  { expected }: Breach,
  widen: Widen,
): Proposal {
  const isForbidden = ownMember(schema, keyword) === false && expected === "no such property";
  return {
    cause: "property-not-allowed",
    detail: name,
    remedy: isForbidden
      ? widen({ kind: "allow-property", name })
      : leave(`samples cannot tell how to change \`${keyword}\``),
  };
}

function measure(value: Json, keyword: BoundKeyword): number {
  if (typeof value === "number") return value;
  if (typeof value === "string") return codePointLength(value);
  if (isJsonArray(value)) return value.length;
  return isJsonObject(value) && keyword.endsWith("Properties") ? Object.keys(value).length : 0;
}

function unknown(reason: string): Proposal {
  return { cause: "other", detail: "", remedy: leave(reason) };
}

function leave(reason: string): Remedy {
  return { kind: "leave", reason };
}

function wordFor(value: Json): string {
  const type = jsonTypeOf(value);
  switch (type) {
    case "null":
      return "null";
    case "array":
    case "object":
      return `an ${type}`;
    default:
      return `a ${type}`;
  }
}
