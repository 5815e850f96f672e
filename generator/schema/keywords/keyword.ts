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
 * Everything there is to know about one keyword. The stages only go through the table of these, so
 * that a keyword is added in one place.
 */
export interface KeywordDefinition<Value> {
  /** The vocabulary that it belongs to: a meta-schema may leave out a vocabulary. */
  readonly vocabulary: Vocabulary;
  /** Reads the value as it stands in the document. Reports and leaves out what is malformed. */
  readonly parse: (raw: Json, context: ParseContext) => Value | undefined;
  /** The schemas inside, for whoever walks through a schema. */
  readonly children?: (value: Value) => readonly Child[];
  /** The schemas elsewhere that it refers to. */
  readonly references?: (value: Value) => readonly SchemaId[];
  /** What the guard has to establish. An annotation leaves it out. */
  readonly checks?: (value: Value, context: LowerContext) => Checks;
  /** Which properties or items it evaluates, where `unevaluated…` stands beside it or around it. */
  readonly evaluates?: (
    value: Value,
    target: EvaluationTarget,
    context: LowerContext,
  ) => readonly Evaluated[];
  /** What it says about the TypeScript type; left out where TypeScript cannot say it. */
  readonly type?: (value: Value, context: TypeContext) => Type;
  /** The JSDoc tag that shows it to a reader, with its text. */
  readonly tags?: (value: Value) => readonly DocTag[];
  /**
   * How it is written in JSON Schema 2020-12: the members that it becomes. Left out where the parsed
   * value is the JSON of one under its own name.
   */
  readonly print?: (value: Value, context: PrintContext) => JsonObject;
}

/** The definition of a keyword, which says how it is written where its parsed value is no JSON. */
export type KeywordEntry<Value> = KeywordDefinition<Value> &
  ([Value] extends [Json] ? unknown : Required<Pick<KeywordDefinition<Value>, "print">>);

/**
 * Definitions for the keywords that an interface lists. Each must have a row among the fields of the
 * Schema Object, and hold schemas just as that row says.
 */
export type KeywordTable<
  Values extends { readonly [Name in keyof Values]: ValueOf<Name, Values[Name]> },
> = {
  readonly [Name in keyof Values]: KeywordEntry<Values[Name]>;
};

/** What a keyword may be parsed to: a policy's own keyword (`x-…`) needs no row. */
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
  /** Parses a schema inside: the value of the keyword, or what is at a reference token in it. */
  schema(raw: Json, token?: string | number): Schema;
  /** Parses the schemas of a map that a reference leads to; none, where it leads nowhere. */
  schemasAt(reference: string): ReadonlyMap<string, Schema>;
  /** Finds the schema that a reference names; undefined, and reported, where there is none. */
  resolve(reference: string, kind: ReferenceKind): SchemaId | undefined;
  /** What the config says of a format. */
  formatRule(name: string): FormatRule;
  /** Its own name. */
  readonly keyword: string;
  /** The keywords beside it, as they stand in the document. */
  readonly beside: JsonObject;
  /** Reports that the value is not what the keyword takes. */
  malformed(wanted: string, help?: string): undefined;
  /** Warns that the value is not what the keyword takes, though it is clear what it means. */
  coerced(wanted: string, reading: string): void;
  /** Warns that the value is not what an annotation takes, and what it is read as, if at all. */
  malformedAnnotation(wanted: string, reading?: string): undefined;
  /** Reports something about the value that is suspicious, or about a key in it. */
  warn(code: WarningCode, message: string, help?: string, key?: string): void;
  /** The same, where the schema accepts more for it than it would have to. */
  leaveOut(code: WarningCode, message: string, help?: string, key?: string): void;
  /** Reports something about the value that is wrong, or about a key in it. */
  fail(code: ErrorCode, message: string, help?: string, key?: string): void;
}

/** Whether a reference may lead to another schema in another dynamic scope. */
export type ReferenceKind = "static" | "dynamic";

/** What turning a keyword into checks needs besides its value. */
export interface LowerContext {
  /** The keywords beside it. */
  readonly keywords: Keywords;
  /** How the document writes the numbers that JavaScript does not print so, by keyword. */
  readonly numerals: ReadonlyMap<string, string>;
  /** The checks of a schema inside. */
  readonly checks: (schema: Schema) => Checks;
  /** The check that another schema's guard makes. */
  readonly call: (model: SchemaId) => Check;
  /** A property by which a value shows which of several schemas could accept it. */
  readonly tag: (options: readonly Schema[]) => Tag | undefined;
  /** What the other keywords beside this one evaluate. */
  readonly evaluatedBeside: (target: EvaluationTarget) => readonly Evaluated[];
  /** What a schema evaluates that applies to the same value. */
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
  /** What a type stands for, where it is the name of a model. */
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

/** A schema inside another, and what part it has there. */
export interface Child {
  readonly schema: Schema;
  readonly role: ChildRole;
}

/** The part that a schema has in the one around it. */
export type ChildRole =
  /** It describes the property with a name. */
  | { readonly kind: "property"; readonly name: string }
  /** It describes the item at an index; without one, every item that no index is given for. */
  | { readonly kind: "item"; readonly index?: number }
  /** It describes the properties that match a pattern; without one, those that no role names. */
  | { readonly kind: "value"; readonly pattern?: string }
  /** It describes the names of properties. */
  | { readonly kind: "name" }
  /** It describes the same value, in addition to the rest. */
  | { readonly kind: "part" }
  /** It describes the same value, as one of several. */
  | { readonly kind: "option"; readonly index: number; readonly of: number }
  /** It only counts in some cases, so that no type is named after it. */
  | {
      readonly kind: "condition";
      /** Whether it is about the same value, not about one inside. */
      readonly inPlace: boolean;
      /** Whether the value has to be valid under it where a condition elsewhere holds. */
      readonly isAsserted: boolean;
    };

/** A JSDoc tag: `@name text`. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
}
