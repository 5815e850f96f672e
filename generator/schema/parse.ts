import type { SchemaId } from "../core/schema-id.js";
import { below, type Place } from "../core/place.js";
import type { DiagnosticLog, Warning } from "../core/diagnostic.js";
import type { FormatRule } from "../config/formats.js";
import type { Dialect } from "../openapi/dialects.js";
import type { ParseContext, ReferenceKind, Vocabulary } from "./keywords/keyword.js";
import { malformedAnnotation } from "../openapi/annotations.js";
import { fieldsOf, isFieldOf } from "../openapi/objects.js";
import { closest } from "../runtime/closest.js";
import { keywordsIn } from "./keywords/keywords.js";
import { isEmptyList } from "./keywords/parsers.js";
import { isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { joinPointer } from "../core/pointer.js";
import { lintLabels } from "./lint-labels.js";
import type { ObjectSchema, Schema } from "./schema.js";
import { withoutForeignNames } from "./foreign-names.js";
import { inDirection, scopeInside } from "./in-direction.js";
import { schemaIdAt, type Scope } from "./scope.js";
import { upgradeSchema, type Slip } from "./upgrade.js";

/** What parsing a schema needs besides its value. */
export interface ParseEnvironment {
  readonly log: DiagnosticLog;
  /** What is to be done with a format at a place. */
  readonly formatRule: (name: string, place: Place) => FormatRule;
  /** Takes note of every schema that is parsed. */
  readonly register: (schema: Schema) => void;
  /** The dynamic scope at a place that is reached in another one. */
  readonly enter: (place: Place, scope: Scope) => Scope;
  /** The properties of the object at a place that are not sent in the direction of a scope. */
  readonly unsentAt: (place: Place, scope: Scope) => readonly string[];
  /** Whether the schema at a place describes properties that are not sent in the direction of a scope. */
  readonly isPartialAt: (place: Place, scope: Scope) => boolean;
  /** The dialect of the schema at a place. */
  readonly dialect: (place: Place) => Dialect;
  /** The vocabularies that do not count at a place. */
  readonly inactive: (place: Place) => ReadonlySet<Vocabulary>;
  /** Finds the schema that a reference names; undefined, and reported, where there is none. */
  readonly resolve: (
    reference: string,
    kind: ReferenceKind,
    from: Place,
    scope: Scope,
  ) => SchemaId | undefined;
  /** Parses the schemas of a map that a reference leads to; none, where it leads nowhere. */
  readonly schemasAt: (reference: string, from: Place, scope: Scope) => ReadonlyMap<string, Schema>;
  /** The text that stands at a place; undefined, if it is not at hand. */
  readonly textAt: (place: Place) => string | undefined;
  /** What `$recursiveRef` of an older JSON Schema means at a place, as a keyword and its value. */
  readonly recursiveReference: (from: Place) => JsonObject;
}

/** A place where a schema stands, and in what it is reached. */
export interface Position {
  readonly place: Place;
  /** The dynamic scope. */
  readonly scope: Scope;
  /** The keyword of the schema around that holds it; undefined, if it stands on its own. */
  readonly within?: string | undefined;
}

/** A position that was entered. */
interface Entered extends Position {
  /** The properties that are not sent in the direction of the scope. */
  readonly unsent: readonly string[];
}

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
  const { place, scope, within, unsent } = position;
  const id = schemaIdAt(place, scope);
  const held = within === undefined ? {} : { within };
  if (typeof raw === "boolean") return { kind: "boolean", id, place, ...held, value: raw };
  const wrong = "a schema is an object, or true or false";
  // A name without a value is `null` in YAML.
  if (raw === null || isEmptyList(raw)) {
    const help = "write {}, as which it is read";
    environment.log.warning({ code: "coerced-keyword", message: wrong, help, place });
    return { kind: "object", id, place, ...held, keywords: {} };
  }
  if (!isJsonObject(raw)) {
    environment.log.error({
      code: "not-a-schema",
      message: wrong,
      help: "write {} where anything is allowed",
      place,
    });
    return { kind: "boolean", id, place, ...held, value: true };
  }
  const { keywords, orNull, slips, origins } = upgradeSchema(raw, {
    dialect: environment.dialect(place),
    recursiveReference: () => environment.recursiveReference(place),
  });
  for (const slip of slips) environment.log.warning(slipAt(slip, place));
  reportUnknownKeywords(keywords, place, environment.log);
  const parsed = parseKeywords(keywords, origins, position, environment);
  const known = withoutForeignNames(parsed, environment.register);
  const schema = inDirection(known, unsent, (inside) =>
    environment.isPartialAt(inside.place, scope),
  );
  lintLabels(schema, environment.log);
  return orNull ? setNullApart(schema, environment) : schema;
}

function parseKeywords(
  raw: JsonObject,
  origins: ReadonlyMap<string, string>,
  position: Entered,
  environment: ParseEnvironment,
): ObjectSchema {
  const { place, scope, within } = position;
  const inactive = environment.inactive(place);
  const parsed: (readonly [string, unknown])[] = [];
  const leftOut = new Set<string>();
  const numerals = new Map<string, string>();
  for (const { name, definition } of keywordsIn(raw)) {
    const value = raw[name];
    if (value === undefined || inactive.has(definition.vocabulary)) continue;
    const context = contextOf(name, { beside: raw, origins, leftOut }, position, environment);
    if (value === null && hasNoNull(name, definition.vocabulary)) {
      context.coerced("a value", "if it were not there");
      continue;
    }
    const result = definition.parse(value, context);
    if (result === undefined) continue;
    parsed.push([name, result]);
    const numeral =
      typeof result === "number" ? numeralOf(name, result, place, environment) : undefined;
    if (numeral !== undefined) numerals.set(name, numeral);
  }
  return {
    kind: "object",
    id: schemaIdAt(place, scope),
    place,
    ...(within !== undefined && { within }),
    keywords: Object.fromEntries(parsed),
    ...(origins.size > 0 && { origins }),
    ...(leftOut.size > 0 && { isLoose: true }),
    ...(numerals.size > 0 && { numerals }),
  };
}

/** How the document writes the number of a keyword; undefined, if JavaScript prints it the same way. */
function numeralOf(
  keyword: string,
  number: number,
  place: Place,
  { textAt }: ParseEnvironment,
): string | undefined {
  if (hasOneForm.test(String(number))) return undefined;
  // Before OpenAPI 3.1, a flag beside a bound makes it exclusive.
  const bound = keyword.replace(/^exclusiveM/, "m");
  return [keyword, bound]
    .map((name) => textAt(below(place, name)))
    .find((text) => text !== undefined && Number(text) === number);
}

/** A number with so few digits that hardly anybody writes it in another way. */
const hasOneForm = /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/;

/** Whether `null` can only stand for a keyword that is left out, as some serializers write it. */
function hasNoNull(keyword: string, vocabulary: Vocabulary): boolean {
  return vocabulary !== "annotation" && keyword !== "const" && keyword !== "type";
}

/** `S`, or null: `anyOf: [S, { type: "null" }]`, where `S` stands at the same place. */
function setNullApart(schema: ObjectSchema, environment: ParseEnvironment): ObjectSchema {
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

function contextOf(
  keyword: string,
  {
    beside,
    origins,
    leftOut,
  }: {
    readonly beside: JsonObject;
    readonly origins: ReadonlyMap<string, string>;
    readonly leftOut: Set<string>;
  },
  { place, unsent, ...position }: Entered,
  environment: ParseEnvironment,
): ParseContext {
  const { log } = environment;
  const scope = scopeInside(keyword, position.scope, unsent);
  const at = below(place, origins.get(keyword) ?? keyword);
  const atKey = (key: string | undefined): Place =>
    key === undefined ? at : { ...below(at, key), part: "key" };
  const warn: ParseContext["warn"] = (code, message, help, key) => {
    log.warning({ code, message, place: atKey(key), ...(help !== undefined && { help }) });
  };
  return {
    schema: (raw, ...tokens) =>
      parseSchema(raw, { place: below(at, ...tokens), scope, within: keyword }, environment),
    schemasAt: (reference) => environment.schemasAt(reference, at, scope),
    resolve: (reference, kind) => environment.resolve(reference, kind, at, scope),
    formatRule: (name) => environment.formatRule(name, place),
    keyword,
    beside,
    malformed: (wanted, help = "correct the value, or take the keyword out") => {
      log.error({
        code: "malformed-keyword",
        message: `\`${keyword}\` takes ${wanted}`,
        help,
        place: at,
      });
      return undefined;
    },
    coerced: (wanted, reading) => {
      log.warning(coercedKeyword(keyword, wanted, reading, at));
    },
    malformedAnnotation: (wanted, reading) => {
      log.warning(malformedAnnotation(keyword, wanted, at, reading));
      return undefined;
    },
    warn,
    leaveOut: (...diagnostic) => {
      warn(...diagnostic);
      leftOut.add(keyword);
    },
    fail: (code, message, help, key) => {
      log.error({ code, message, place: atKey(key), ...(help !== undefined && { help }) });
    },
  };
}

function slipAt(slip: Slip, { uri, pointer }: Place): Warning {
  const place: Place = { uri, pointer: joinPointer(pointer, slip.keyword) };
  if (slip.kind === "coerced") {
    return coercedKeyword(slip.keyword, slip.wanted, slip.reading, place);
  }
  const { code, message, help } = slip;
  return { code, message, help, place: { ...place, part: "key" } };
}

function coercedKeyword(keyword: string, wanted: string, reading: string, place: Place): Warning {
  return {
    code: "coerced-keyword",
    message: `\`${keyword}\` takes ${wanted}`,
    help: `correct the value: it is read as ${reading}`,
    place,
  };
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
