import type { DiagnosticLog } from "../core/diagnostic.js";
import { below, keyOfPlace } from "../core/place.js";
import { childrenOf } from "./children.js";
import type { KeywordName } from "./keywords/keyword-values.js";
import type { ObjectSchema, Schema } from "./schema.js";

/** Keywords that only concern objects. */
export const objectKeywords: readonly KeywordName[] = [
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedProperties",
];

/** Keywords that tell by themselves of what types values are. */
const typing = ["type", "const", "enum", "x-open-enum", "$ref", "$dynamicRef"] as const;

/**
 * The schemas that describe objects and accept every value that is none, since nothing gives them a
 * type: a schema itself, or else options of it.
 *
 * @param schema - One that is not combined with others by the schema around it.
 */
function untypedObjects(schema: Schema): readonly ObjectSchema[] {
  if (schema.kind === "boolean" || isTyped(schema)) return [];
  if (isUntypedObject(schema)) return [schema];
  const { anyOf = [], oneOf = [] } = schema.keywords;
  return [...anyOf, ...oneOf].flatMap(untypedObjects);
}

/** Whether a schema describes objects, and nothing in it gives them a type. */
export function isUntypedObject(schema: ObjectSchema): boolean {
  return !isTyped(schema) && describingKeyword(schema) !== undefined;
}

/** The keyword by which a schema describes objects, itself or in a part of it. */
function describingKeyword(schema: Schema): KeywordName | undefined {
  if (schema.kind === "boolean") return undefined;
  const { keywords } = schema;
  return (
    objectKeywords.find((name) => keywords[name] !== undefined) ??
    keywords.allOf?.map(describingKeyword).find((name) => name !== undefined)
  );
}

/** Whether something in a schema tells of what types values are. What is referred to may do so. */
function isTyped(schema: Schema): boolean {
  if (schema.kind === "boolean") return !schema.value;
  const { keywords } = schema;
  return (
    typing.some((name) => keywords[name] !== undefined) ||
    keywords.allOf?.some(isTyped) === true ||
    keywords.anyOf?.every(isTyped) === true ||
    keywords.oneOf?.every(isTyped) === true
  );
}

/** Keywords whose schemas say something of a value together with what stands around them. */
const combining: ReadonlySet<string> = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "contains",
  "propertyNames",
]);

/**
 * Finds the schemas among some, and inside them, that describe objects and accept every other value.
 * What is only a condition is left out.
 */
export function findUntyped(schemas: readonly Schema[]): readonly ObjectSchema[] {
  const found: ObjectSchema[] = [];
  for (const schema of schemas) {
    if (schema.within !== undefined && combining.has(schema.within)) continue;
    found.push(...untypedObjects(schema));
    addUntypedInside(schema, found);
  }
  return found;
}

function addUntypedInside(schema: Schema, found: ObjectSchema[]): void {
  if (schema.kind === "boolean") return;
  for (const { schema: child, role } of childrenOf(schema)) {
    if (role.kind === "condition" || role.kind === "name") continue;
    const isWhole = role.kind !== "part" && role.kind !== "option";
    if (isWhole) found.push(...untypedObjects(child));
    addUntypedInside(child, found);
  }
}

/** Warns of schemas that are hardly meant to accept what is no object. */
export function lintUntyped(schemas: readonly Schema[], log: DiagnosticLog): void {
  const reported = new Set<string>();
  for (const schema of findUntyped(schemas)) {
    const keyword = describingKeyword(schema);
    const key = keyOfPlace(schema.place);
    if (keyword === undefined || reported.has(key)) continue;
    reported.add(key);
    log.warning({
      code: "untyped-properties",
      message: `\`${keyword}\` without a \`type\` is only about objects, so that every value that is no object is valid`,
      help: "add `type: object`, or set the policy `untypedProperties: object`",
      place:
        schema.keywords[keyword] === undefined
          ? schema.place
          : { ...below(schema.place, keyword), part: "key" },
    });
  }
}
