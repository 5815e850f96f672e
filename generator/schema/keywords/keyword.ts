import type { FormatRule } from "../../config/formats.js";
import type { ErrorCode, WarningCode } from "../../core/diagnostic-code.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { Json, JsonObject } from "../../core/json.js";
import type { Check, Checks, Evaluated, EvaluationTarget } from "../../checks/check.js";
import type { Tag } from "../tags.js";
import type { Type } from "../../types/type.js";
import type { schemaFields } from "../../openapi/objects.js";
import type { Schema } from "../schema.js";
import type { Keywords } from "./keyword-values.js";

/**
 * Everything that defines one keyword. All stages use the table of these definitions, so that a
 * keyword is added in one place.
 */
export interface KeywordDefinition<Value> {
  /** The vocabulary that it belongs to. A meta-schema may leave out a vocabulary. */
  readonly vocabulary: Vocabulary;
  /** Reads the value from the document. A malformed value is reported and left out. */
  readonly parse: (raw: Json, context: ParseContext) => Value | undefined;
  /** The schemas inside it. */
  readonly children?: (value: Value) => readonly Child[];
  /** The schemas elsewhere that it refers to. */
  readonly references?: (value: Value) => readonly SchemaId[];
  /** The checks that the guard makes. Annotations have none. */
  readonly checks?: (value: Value, context: LowerContext) => Checks;
  /**
   * The properties or items that it evaluates, for `unevaluatedProperties` and `unevaluatedItems`.
   */
  readonly evaluates?: (
    value: Value,
    target: EvaluationTarget,
    context: LowerContext,
  ) => readonly Evaluated[];
  /** The TypeScript type that it implies; left out if TypeScript cannot express it. */
  readonly type?: (value: Value, context: TypeContext) => Type;
  /** The JSDoc tags that show it in doc comments. */
  readonly tags?: (value: Value) => readonly DocTag[];
  /**
   * The members that it becomes in JSON Schema 2020-12. Left out if its parsed value is the JSON of
   * one member under its own name.
   */
  readonly print?: (value: Value, context: PrintContext) => JsonObject;
}

/** The definition of a keyword. It needs `print` if the parsed value is not JSON. */
export type KeywordEntry<Value> = KeywordDefinition<Value> &
  ([Value] extends [Json] ? unknown : Required<Pick<KeywordDefinition<Value>, "print">>);

/**
 * Definitions for the keywords that an interface lists. Each must be among the fields of the Schema
 * Object, and hold schemas exactly as that field does.
 */
export type KeywordTable<
  Values extends { readonly [Name in keyof Values]: ValueOf<Name, Values[Name]> },
> = {
  readonly [Name in keyof Values]: KeywordEntry<Values[Name]>;
};

/**
 * The type that a keyword may be parsed to. A keyword that only policies make (`x-…`) needs no
 * field.
 */
type ValueOf<Name, Value> = Name extends keyof typeof schemaFields
  ? ParsedField<(typeof schemaFields)[Name], Value>
  : Name extends `x-${string}`
    ? Value
    : never;

type ParsedField<Type, Value> = Type extends "Schema"
  ? Schema
  : Type extends "Schema[]"
    ? readonly Schema[]
    : Type extends "{Schema}"
      ? ReadonlyMap<string, Schema>
      : Value extends Schema | readonly Schema[] | ReadonlyMap<string, Schema>
        ? never
        : Value;

/**
 * The vocabularies of JSON Schema 2020-12, by the last part of their URI.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2
 */
export type Vocabulary = "core" | "applicator" | "unevaluated" | "validation" | "annotation";

/** What parsing a keyword needs besides its value. */
export interface ParseContext {
  /** Parses a schema inside: the value of the keyword, or the value at a reference token in it. */
  schema(raw: Json, token?: string | number): Schema;
  /**
   * Parses the schemas of a map that a reference leads to; returns an empty map if it leads
   * nowhere.
   */
  schemasAt(reference: string): ReadonlyMap<string, Schema>;
  /**
   * Returns the schema that a reference names. Returns undefined, and reports it, if there is none.
   */
  resolve(reference: string, kind: ReferenceKind): SchemaId | undefined;
  /** The setting of the config for a format. */
  formatRule(name: string): FormatRule;
  /** Its own name. */
  readonly keyword: string;
  /** The keywords beside it, as the document writes them. */
  readonly beside: JsonObject;
  /** Reports an error: the keyword does not take the value. */
  malformed(wanted: string, help?: string): undefined;
  /** Warns that the keyword does not take the value, though its meaning is clear. */
  coerced(wanted: string, reading: string): void;
  /** Warns that an annotation does not take the value, and tells how it is read, if at all. */
  malformedAnnotation(wanted: string, reading?: string): undefined;
  /** Warns of the value, or of a key in it. */
  warn(code: WarningCode, message: string, help?: string, key?: string): void;
  /** Warns of a restriction that is left out, so that the schema accepts more than it should. */
  leaveOut(code: WarningCode, message: string, help?: string, key?: string): void;
  /** Reports an error in the value, or in a key of it. */
  fail(code: ErrorCode, message: string, help?: string, key?: string): void;
}

/** Whether a reference may lead to another schema in another dynamic scope. */
export type ReferenceKind = "static" | "dynamic";

/** What turning a keyword into checks needs besides its value. */
export interface LowerContext {
  /** The keywords beside it. */
  readonly keywords: Keywords;
  /** How the document writes numbers that JavaScript prints differently, by keyword. */
  readonly numerals: ReadonlyMap<string, string>;
  /** The checks of a schema inside. */
  readonly checks: (schema: Schema) => Checks;
  /** The name of a model in checks. */
  readonly nameOf: (model: SchemaId) => SchemaId;
  /** The check that calls the guard of another schema. */
  readonly call: (model: SchemaId) => Check;
  /** Returns a property whose value tells which of several schemas can accept it, or undefined. */
  readonly tag: (options: readonly Schema[]) => Tag | undefined;
  /** What the keywords beside this one evaluate. */
  readonly evaluatedBeside: (target: EvaluationTarget) => readonly Evaluated[];
  /** What a schema that applies to the same value evaluates. */
  readonly evaluatedBy: (schema: Schema, target: EvaluationTarget) => readonly Evaluated[];
}

/** What deriving a type from a keyword needs besides its value. */
export interface TypeContext {
  /** The keywords beside it. */
  readonly keywords: Keywords;
  /** The type of a schema inside. */
  readonly type: (schema: Schema) => Type;
  /** The type of a schema that is referred to. */
  readonly reference: (model: SchemaId) => Type;
  /** Resolves a type that is the name of a model. */
  readonly valueOf: (type: Type) => Type;
  /** The intersection of types. */
  readonly meet: (types: readonly Type[]) => Type;
}

/** What writing a keyword as JSON needs besides its value. */
export interface PrintContext {
  /** Its own name. */
  readonly keyword: string;
  /** A schema inside, as JSON. */
  readonly schema: (schema: Schema) => Json;
  /** The `$ref` of a schema elsewhere. */
  readonly reference: (model: SchemaId) => string;
}

/** A schema inside another, and its role there. */
export interface Child {
  readonly schema: Schema;
  readonly role: ChildRole;
}

/** The role of a schema in the one that contains it. */
export type ChildRole =
  /** It describes the property with a name. */
  | { readonly kind: "property"; readonly name: string }
  /** It describes the item at an index; without an index, every other item. */
  | { readonly kind: "item"; readonly index?: number }
  /** It describes the properties that match a pattern; without a pattern, every other property. */
  | { readonly kind: "value"; readonly pattern?: string }
  /** It describes the names of properties. */
  | { readonly kind: "name" }
  /** It describes the same value, in addition to the rest. */
  | { readonly kind: "part" }
  /** It describes the same value, as one of several. */
  | { readonly kind: "option"; readonly index: number; readonly of: number }
  /** It only applies in some cases, so that no type is named after it. */
  | {
      readonly kind: "condition";
      /** Whether it applies to the same value, not to one inside. */
      readonly inPlace: boolean;
      /** Whether the value must be valid under it when another condition holds. */
      readonly isAsserted: boolean;
    };

/** A JSDoc tag: `@name text`. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
}
