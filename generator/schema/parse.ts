import { isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import { joinPointer } from "../core/pointer.js";
import type { SchemaId } from "../core/schema-id.js";
import type { DiagnosticLog, Warning } from "../core/diagnostic.js";
import { fieldsOf, isFieldOf } from "../openapi/objects.js";
import { closest } from "../runtime/closest.js";
import { withoutForeignNames } from "./foreign-names.js";
import { inDirection } from "./in-direction.js";
import { coercedKeyword, KeywordContext, type OpenSchema } from "./keyword-context.js";
import type { Vocabulary } from "./keywords/keyword.js";
import { keywordsIn } from "./keywords/keywords.js";
import { isEmptyList } from "./keywords/parsers.js";
import { lintLabels } from "./lint-labels.js";
import type { Entered, ParseEnvironment, Position } from "./parse-environment.js";
import type { ObjectSchema, Schema } from "./schema.js";
import { schemaIdAt } from "./scope.js";
import { upgradeSchema, type Deviation, type Upgraded } from "./upgrade.js";

/**
 * Parses a Schema Object with everything inside it, keyword by keyword.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#schema-object
 */
export function parseSchema(raw: Json, reached: Position, environment: ParseEnvironment): Schema {
  const { place, within } = reached;
  const scope = environment.enter(place, reached.scope);
  const position = { place, scope, within, unsent: environment.unsentAt(place, scope) };
  const schema = parseUnregistered(raw, position, environment);
  environment.register(schema);
  return schema;
}

function parseUnregistered(raw: Json, position: Entered, environment: ParseEnvironment): Schema {
  const { place, scope, within } = position;
  const id = schemaIdAt(place, scope);
  if (typeof raw === "boolean") return { kind: "boolean", id, place, within, value: raw };
  const wrong = "a schema is an object, or true or false";
  // A name without a value is `null` in YAML.
  if (raw === null || isEmptyList(raw)) {
    const help = "write {}: that is how it is read";
    environment.log.warning({ code: "coerced-keyword", message: wrong, help, place });
    return { kind: "object", id, place, within, keywords: {} };
  }
  if (!isJsonObject(raw)) {
    environment.log.error({
      code: "not-a-schema",
      message: wrong,
      help: "write {} where anything is allowed",
      place,
    });
    return { kind: "boolean", id, place, within, value: true };
  }
  const upgraded = upgradeSchema(raw, {
    dialect: environment.dialect(place),
    recursiveReference: () => environment.recursiveReference(place),
  });
  for (const deviation of upgraded.deviations)
    environment.log.warning(deviationAt(deviation, place));
  reportUnknownKeywords(upgraded.keywords, place, environment.log);
  const parsed = parseKeywords(id, upgraded, position, environment);
  const known = withoutForeignNames(parsed, environment.register);
  const schema = inDirection(known, position.unsent, (inside) =>
    environment.isPartialAt(inside.place, scope),
  );
  lintLabels(schema, environment.log);
  return upgraded.orNull ? separateNull(schema, environment) : schema;
}

function parseKeywords(
  id: SchemaId,
  { keywords: raw, origins }: Upgraded,
  position: Entered,
  environment: ParseEnvironment,
): ObjectSchema {
  const { place, within } = position;
  const open: OpenSchema = {
    raw,
    origins,
    position,
    environment,
    parse: parseSchema,
    isLoose: false,
  };
  const inactive = environment.inactive(place);
  const keywords: Record<string, unknown> = {};
  let numerals: Map<string, string> | undefined;
  for (const { name, definition } of keywordsIn(raw)) {
    const value = raw[name];
    if (value === undefined || inactive.has(definition.vocabulary)) continue;
    const context = new KeywordContext(name, open);
    if (value === null && hasNoNull(name, definition.vocabulary)) {
      context.coerced("a value", "if it were not there");
      continue;
    }
    const result = definition.parse(value, context);
    if (result === undefined) continue;
    keywords[name] = result;
    const numeral =
      typeof result === "number" ? numeralOf(name, result, place, environment) : undefined;
    if (numeral !== undefined)
      numerals = (numerals ?? new Map<string, string>()).set(name, numeral);
  }
  return {
    kind: "object",
    id,
    place,
    within,
    keywords,
    origins: origins.size > 0 ? origins : undefined,
    isLoose: open.isLoose ? true : undefined,
    numerals,
  };
}

/**
 * How the document writes the number of a keyword; undefined, if JavaScript prints it the same way.
 */
function numeralOf(
  keyword: string,
  number: number,
  place: Place,
  { textAt }: ParseEnvironment,
): string | undefined {
  if (isUsualNumber.test(String(number))) return undefined;
  // Before OpenAPI 3.1, a flag beside a bound makes it exclusive.
  const bound = keyword.replace(/^exclusiveM/, "m");
  return [keyword, bound]
    .map((name) => textAt(below(place, name)))
    .find((text) => text !== undefined && Number(text) === number);
}

/** Numbers with so few digits that there is hardly another way to write them. */
const isUsualNumber = /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/;

/** Whether `null` can only stand for a keyword that is left out, as some serializers write it. */
function hasNoNull(keyword: string, vocabulary: Vocabulary): boolean {
  return vocabulary !== "annotation" && keyword !== "const" && keyword !== "type";
}

/** Returns `anyOf: [S, { type: "null" }]`, where `S` has the same place as the schema. */
function separateNull(schema: ObjectSchema, environment: ParseEnvironment): ObjectSchema {
  const { id, place } = schema;
  const { title, description, ...annotated } = schema.keywords;
  const { default: defaultValue, examples, deprecated, readOnly, writeOnly, ...rest } = annotated;
  const value: ObjectSchema = {
    ...schema,
    id: `${id}?value`,
    keywords: {
      ...rest,
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
    },
  };
  environment.register(value);
  return {
    ...schema,
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

function deviationAt(deviation: Deviation, { uri, pointer }: Place): Warning {
  const place: Place = { uri, pointer: joinPointer(pointer, deviation.keyword) };
  if (deviation.kind === "coerced") {
    return coercedKeyword(deviation.keyword, deviation.wanted, deviation.reading, place);
  }
  const { code, message, help } = deviation;
  return { code, message, help, place: { ...place, part: "key" } };
}

function reportUnknownKeywords(raw: JsonObject, { uri, pointer }: Place, log: DiagnosticLog): void {
  for (const keyword of Object.keys(raw)) {
    if (isFieldOf("Schema", keyword) || keyword.startsWith("x-")) continue;
    const meant = closest(keyword, [...fieldsOf("Schema").keys()]);
    log.warning({
      code: "unknown-keyword",
      message: `\`${keyword}\` is not a keyword, so it has no effect`,
      help:
        meant === undefined
          ? "correct its name, or begin it with `x-` if it is an extension"
          : `did you mean \`${meant}\`? If it is an extension, begin it with \`x-\``,
      place: { uri, pointer: joinPointer(pointer, keyword), part: "key" },
    });
  }
}
