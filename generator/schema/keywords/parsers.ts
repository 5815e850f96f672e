import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import type { Schema } from "../schema.js";
import type { ParseContext } from "./keyword.js";

export function parseAny(raw: Json): Json {
  return raw;
}

export function parseString(raw: Json, { malformed }: ParseContext): string | undefined {
  return typeof raw === "string" ? raw : malformed("a string");
}

export function parseBoolean(raw: Json, { malformed }: ParseContext): boolean | undefined {
  return typeof raw === "boolean" ? raw : malformed("true or false");
}

export function parseNumber(raw: Json, { malformed }: ParseContext): number | undefined {
  return typeof raw === "number" ? raw : malformed("a number");
}

export function parsePositiveNumber(raw: Json, { malformed }: ParseContext): number | undefined {
  return typeof raw === "number" && raw > 0 ? raw : malformed("a number above 0");
}

export function parseCount(raw: Json, { malformed }: ParseContext): number | undefined {
  return typeof raw === "number" && Number.isInteger(raw) && raw >= 0
    ? raw
    : malformed("a whole number from 0");
}

export function parseArray(raw: Json, { malformed }: ParseContext): readonly Json[] | undefined {
  return isJsonArray(raw) ? raw : malformed("an array");
}

export function parseStrings(
  raw: Json,
  { malformed }: ParseContext,
): readonly string[] | undefined {
  return isJsonArray(raw) && raw.every((item) => typeof item === "string")
    ? raw
    : malformed("an array of strings");
}

export function parseSchema(raw: Json, { schema }: ParseContext): Schema {
  return schema(raw);
}

export function parseSchemas(raw: Json, context: ParseContext): readonly Schema[] | undefined {
  if (!isJsonArray(raw) || raw.length === 0) return context.malformed("an array of schemas");
  return raw.map((item, index) => context.schema(item, index));
}

export function parseSchemaMap(
  raw: Json,
  context: ParseContext,
): ReadonlyMap<string, Schema> | undefined {
  if (!isJsonObject(raw)) return context.malformed("an object of schemas");
  return new Map(Object.entries(raw).map(([name, item]) => [name, context.schema(item, name)]));
}

/**
 * Parses the schemas of properties. Some documents write a reference where the properties should
 * be, and mean the properties that it leads to.
 */
export function parseProperties(
  raw: Json,
  context: ParseContext,
): ReadonlyMap<string, Schema> | undefined {
  if (!isJsonObject(raw) || typeof raw.$ref !== "string") return parseSchemaMap(raw, context);
  const { $ref, ...others } = raw;
  context.warn(
    "referenced-properties",
    "`properties` takes schemas by name, and cannot be a reference",
    "the properties that it leads to are taken in its place",
  );
  return new Map([...context.schemasAt($ref), ...(parseSchemaMap(others, context) ?? [])]);
}

/** Parses a regular expression in the dialect that JSON Schema asks for: ECMA-262 with Unicode. */
export function parsePattern(raw: Json, context: ParseContext): string | undefined {
  if (typeof raw !== "string") return context.malformed("a regular expression");
  return checkPattern(raw, context) ? raw : undefined;
}

/** Reports a regular expression that JavaScript does not take. */
export function checkPattern(source: string, { fail, warn }: ParseContext): boolean {
  const error = compileError(source, "u");
  if (error === undefined) return true;
  if (compileError(source, "") === undefined) {
    warn(
      "pattern-not-unicode",
      `the regular expression ${JSON.stringify(source)} is not valid with Unicode matching: ${error}`,
      "it is matched without; remove needless escapes, such as \\_ or \\@, to have it matched by code points",
    );
    return true;
  }
  fail(
    "invalid-pattern",
    `the regular expression ${JSON.stringify(source)} is not valid: ${error}`,
    "write it in the syntax of JavaScript (ECMA-262)",
  );
  return false;
}

function compileError(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // "Invalid regular expression: /(/u: Unterminated group" is about the last part.
    return message.slice(message.lastIndexOf(": ") + 2);
  }
}
