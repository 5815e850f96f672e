import type { DiagnosticLog } from "../core/diagnostic.js";
import { below, keyOfPlace } from "../core/place.js";
import { childrenOf } from "./children.js";
import type { KeywordName } from "./keywords/keyword-values.js";
import type { ObjectSchema, Schema } from "./schema.js";

/** Keywords that only apply to objects. */
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

/** Keywords that decide the types of values by themselves. */
const typing = ["type", "const", "enum", "x-open-enum", "$ref", "$dynamicRef"] as const;

/**
 * The schemas that describe objects but accept every other value, because nothing gives them a
 * type: a schema itself, or its options.
 *
 * @param schema - A schema that its container does not combine with others.
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

/** The keyword that describes objects, in a schema or in a part of it. */
function describingKeyword(schema: Schema): KeywordName | undefined {
  if (schema.kind === "boolean") return undefined;
  const { keywords } = schema;
  return (
    objectKeywords.find((name) => keywords[name] !== undefined) ??
    keywords.allOf?.map(describingKeyword).find((name) => name !== undefined)
  );
}

/** Whether something in a schema decides the types of values. A reference may do so. */
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

/** Keywords whose schemas apply to a value together with the containing schema. */
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
 * Finds the schemas, among some and inside them, that describe objects but accept every other
 * value. Conditions are left out.
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

/** Warns of schemas that describe objects but accept all other values too. */
export function lintUntyped(schemas: readonly Schema[], log: DiagnosticLog): void {
  const reported = new Set<string>();
  for (const schema of findUntyped(schemas)) {
    const keyword = describingKeyword(schema);
    const key = keyOfPlace(schema.place);
    if (keyword === undefined || reported.has(key)) continue;
    reported.add(key);
    log.warning({
      code: "untyped-properties",
      message: `\`${keyword}\` without a \`type\` restricts only objects, so every other value is valid`,
      help: "add `type: object`, or set the policy `untypedProperties: object`",
      place:
        schema.keywords[keyword] === undefined
          ? schema.place
          : { ...below(schema.place, keyword), part: "key" },
    });
  }
}
