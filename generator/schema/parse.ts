import type { DiagnosticLog, Place } from "../diagnostics/diagnostic.js";
import type { ParseContext } from "../keywords/keyword.js";
import { keywordNames, keywordTable } from "../keywords/keywords.js";
import { isJsonObject } from "../load/json.js";
import type { Json, JsonObject, OpenApiVersion } from "../load/document.js";
import { joinPointer } from "../load/pointer.js";
import { lintSchema } from "./lint.js";
import type { ObjectSchema, Schema, SchemaId } from "./schema.js";
import { upgradeSchema } from "./upgrade.js";

/** What parsing a schema needs besides its value. */
export interface ParseEnvironment {
  readonly version: OpenApiVersion;
  readonly log: DiagnosticLog;
  /** Finds the schema that a reference names; undefined, and reported, where there is none. */
  readonly resolve: (reference: string, from: Place) => SchemaId | undefined;
  /** Takes note of every schema that is parsed. */
  readonly register: (schema: Schema) => void;
}

/**
 * Parses a Schema Object with everything inside it, keyword by keyword.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export function parseSchema(raw: Json, place: Place, environment: ParseEnvironment): Schema {
  const schema = parseUnregistered(raw, place, environment);
  environment.register(schema);
  return schema;
}

/** The id of the schema at a place. */
export function schemaIdAt(place: Place): SchemaId {
  return `${place.uri}#${place.pointer}`;
}

function parseUnregistered(raw: Json, place: Place, environment: ParseEnvironment): Schema {
  const id = schemaIdAt(place);
  if (typeof raw === "boolean") return { kind: "boolean", id, place, value: raw };
  if (!isJsonObject(raw)) {
    environment.log.error({
      code: "not-a-schema",
      message: "a schema is an object, or true or false",
      place,
    });
    return { kind: "boolean", id, place, value: true };
  }
  const { keywords, orNull, slips } = upgradeSchema(raw, environment.version);
  for (const { keyword, message } of slips) {
    environment.log.warning({
      code: `old-${keyword}`,
      message,
      help: "it is read the way OpenAPI 3.0 means it",
      place: { uri: place.uri, pointer: joinPointer(place.pointer, keyword), part: "key" },
    });
  }
  reportUnknownKeywords(keywords, place, environment.log);
  const schema = parseKeywords(keywords, id, place, environment);
  lintSchema(schema, environment.log);
  return orNull ? setNullApart(schema, environment) : schema;
}

function parseKeywords(
  raw: JsonObject,
  id: SchemaId,
  place: Place,
  environment: ParseEnvironment,
): ObjectSchema {
  const parsed = keywordNames.flatMap((name): readonly (readonly [string, unknown])[] => {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (value === undefined) return [];
    const result = keywordTable[name].parse(value, contextOf(name, place, environment));
    return result === undefined ? [] : [[name, result]];
  });
  return { kind: "object", id, place, keywords: Object.fromEntries(parsed) };
}

/** `S`, or null: `anyOf: [S, { type: "null" }]`, where `S` stands at the same place. */
function setNullApart(schema: ObjectSchema, environment: ParseEnvironment): ObjectSchema {
  const { id, place } = schema;
  const { title, description, ...annotated } = schema.keywords;
  const { default: defaultValue, examples, deprecated, readOnly, writeOnly, ...rest } = annotated;
  const value: ObjectSchema = {
    kind: "object",
    id: `${id}?value`,
    place,
    keywords: {
      ...rest,
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    },
  };
  environment.register(value);
  return {
    kind: "object",
    id,
    place,
    keywords: {
      ...(description !== undefined && { description }),
      ...(defaultValue !== undefined && { default: defaultValue }),
      ...(examples !== undefined && { examples }),
      ...(deprecated !== undefined && { deprecated }),
      ...(readOnly !== undefined && { readOnly }),
      ...(writeOnly !== undefined && { writeOnly }),
      anyOf: [value, { kind: "object", id: `${id}?null`, place, keywords: { type: ["null"] } }],
    },
  };
}

function contextOf(keyword: string, place: Place, environment: ParseEnvironment): ParseContext {
  const { log } = environment;
  const at: Place = { uri: place.uri, pointer: joinPointer(place.pointer, keyword) };
  return {
    schema: (raw, ...tokens) =>
      parseSchema(
        raw,
        { uri: place.uri, pointer: joinPointer(at.pointer, ...tokens) },
        environment,
      ),
    resolve: (reference) => environment.resolve(reference, at),
    malformed: (wanted) => {
      log.error({
        code: "malformed-keyword",
        message: `\`${keyword}\` takes ${wanted}`,
        place: at,
      });
      return undefined;
    },
    warn: (code, message, help) => {
      log.warning({ code, message, place: at, ...(help !== undefined && { help }) });
    },
    fail: (code, message, help) => {
      log.error({ code, message, place: at, ...(help !== undefined && { help }) });
    },
  };
}

/** Keywords that are fine and that no stage has to know. */
const ignoredKeywords: ReadonlySet<string> = new Set([
  "$comment",
  "$defs",
  "$schema",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "definitions",
  "discriminator",
  "example",
  "externalDocs",
  "xml",
]);

/** Keywords that decide what is valid and that are not compiled. */
const unsupportedKeywords: ReadonlySet<string> = new Set([
  "$anchor",
  "$dynamicAnchor",
  "$dynamicRef",
  "$id",
  "$recursiveAnchor",
  "$recursiveRef",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

function reportUnknownKeywords(raw: JsonObject, { uri, pointer }: Place, log: DiagnosticLog): void {
  for (const keyword of Object.keys(raw)) {
    const place: Place = { uri, pointer: joinPointer(pointer, keyword), part: "key" };
    if (unsupportedKeywords.has(keyword)) {
      log.error({
        code: "unsupported-keyword",
        message: `the keyword \`${keyword}\` is not supported`,
        help: "say the same with other keywords, or leave the schema out of the roots",
        place,
      });
    } else if (
      !Object.hasOwn(keywordTable, keyword) &&
      !ignoredKeywords.has(keyword) &&
      !keyword.startsWith("x-")
    ) {
      log.warning({
        code: "unknown-keyword",
        message: `\`${keyword}\` is not a keyword, so it has no effect`,
        help: "correct its name, or begin it with `x-` if it is an extension",
        place,
      });
    }
  }
}
