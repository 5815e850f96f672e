import { count } from "../../core/count.js";
import {
  isJsonArray,
  isJsonObject,
  ownMember,
  type Json,
  type JsonObject,
} from "../../core/json.js";
import { fieldsOf } from "../../openapi/objects.js";
import type { ParseContext } from "./keyword.js";

// An annotation never fails a run: a malformed one is read by its clear meaning, or ignored.

/** A format, and whether guards check it. */
export interface Format {
  readonly name: string;
  readonly isAsserted: boolean;
  /** The regular expression that the config gives for it. */
  readonly pattern?: string;
}

/**
 * The property that tells the options of a union apart, and the meaning of its values.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export interface Discriminator {
  readonly propertyName: string;
  /** By values of the property, the names of components or the references that they stand for. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Reads a text; a number or a boolean stands for its own text. */
export function readText(raw: Json, context: ParseContext): string | undefined {
  if (typeof raw === "string") return raw;
  if (typeof raw !== "number" && typeof raw !== "boolean") {
    return context.malformedAnnotation("a text");
  }
  const text = String(raw);
  context.malformedAnnotation("a text", JSON.stringify(text));
  return text;
}

/** Reads `true` or `false`, also as the words that YAML 1.1 has for them. */
export function readFlag(raw: Json, context: ParseContext): boolean | undefined {
  if (typeof raw === "boolean") return raw;
  const flag = flagOf(raw);
  context.malformedAnnotation("true or false", flag === undefined ? flag : String(flag));
  return flag;
}

/** The flag that a text stands for, or undefined. */
export function flagOf(raw: Json): boolean | undefined {
  const [, yes, no] =
    typeof raw === "string" ? (/^(?:(true|yes|on)|(false|no|off))$/i.exec(raw) ?? []) : [];
  return yes !== undefined ? true : no !== undefined ? false : undefined;
}

/** Reads a format, which decides what is valid only if the config says so. */
export function readFormat(raw: Json, context: ParseContext): Format | undefined {
  if (typeof raw !== "string") return context.malformedAnnotation("a text");
  const { mode, ...own } = context.formatRule(raw);
  return { name: raw, isAsserted: mode === "assert", ...own };
}

/** Reads a `discriminator`, also as the plain property name of Swagger 2.0. */
export function readDiscriminator(raw: Json, context: ParseContext): Discriminator | undefined {
  const wanted = "an object with a `propertyName`, and a `mapping` of texts";
  if (typeof raw === "string" && raw !== "") {
    context.malformedAnnotation(wanted, JSON.stringify({ propertyName: raw }));
    return { propertyName: raw, mapping: new Map() };
  }
  const propertyName = isJsonObject(raw) ? ownMember(raw, "propertyName") : undefined;
  if (!isJsonObject(raw) || typeof propertyName !== "string") {
    return context.malformedAnnotation(wanted);
  }
  const written = ownMember(raw, "mapping");
  const mapping = new Map<string, string>();
  for (const [value, target] of isJsonObject(written) ? Object.entries(written) : []) {
    if (typeof target === "string") mapping.set(value, target);
  }
  const isWell =
    written === undefined ||
    (isJsonObject(written) && Object.keys(written).length === mapping.size);
  if (!isWell) context.malformedAnnotation(wanted, JSON.stringify({ propertyName }));
  return { propertyName, mapping };
}

/**
 * Reads examples: a list, a single example in place of a list, or examples by name as in a Media
 * Type Object, as plain values or Example Objects.
 */
export function readExamples(raw: Json, context: ParseContext): readonly Json[] | undefined {
  if (isJsonArray(raw)) return raw;
  if (raw === null) return context.malformedAnnotation("a list");
  const named = isJsonObject(raw) ? Object.values(raw) : [];
  const values = named.every(isExampleObject)
    ? named.flatMap(valueOfExample)
    : describesObjects(context.beside) && !named.every(isJsonObject)
      ? undefined
      : named;
  // An object may also be one example by itself.
  const examples = isJsonObject(raw) && values !== undefined ? values : [raw];
  context.malformedAnnotation("a list", `a list of ${count(examples.length, "example")}`);
  return examples;
}

const exampleFields = fieldsOf("Example");

function isExampleObject(value: Json): value is JsonObject {
  return (
    isJsonObject(value) &&
    ["value", "dataValue", "externalValue", "serializedValue"].some((name) =>
      Object.hasOwn(value, name),
    ) &&
    Object.keys(value).every((name) => exampleFields.has(name) || name.startsWith("x-"))
  );
}

function valueOfExample(example: JsonObject): readonly Json[] {
  const value = ownMember(example, "dataValue") ?? ownMember(example, "value");
  return value === undefined ? [] : [value];
}

function describesObjects({ type, properties }: JsonObject): boolean {
  return type === undefined ? properties !== undefined : type === "object";
}
