import type { WarningCode } from "../../core/diagnostic-code.js";
import type { DiagnosticLog, RelatedPlace } from "../../core/diagnostic.js";
import { isJsonObject, type Json, type JsonObject } from "../../core/json.js";
import { below, isSamePlace, type Place } from "../../core/place.js";
import type { SchemaId } from "../../core/schema-id.js";
import { componentSchemas } from "../../openapi/components.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { nameOfPlace } from "../../openapi/navigate.js";
import { looksLikeReference } from "../../openapi/references.js";
import { insideInPlace } from "../../schema/children.js";
import { nullable } from "../../schema/hierarchies/structure.js";
import { reach } from "../../schema/reach.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import type { Schemas } from "../../schema/schemas.js";
import { isBaseReading } from "../../schema/scope.js";
import { literalsOf, partsOf } from "../../schema/tags.js";

/** What a `discriminator` is judged by. */
interface Context {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly log: DiagnosticLog;
  /** Whether all schemas of the document are read. */
  readonly isWhole: boolean;
  /** The places of schemas that extend others, by the id of what they extend. */
  readonly extending: ReadonlyMap<SchemaId, readonly ObjectSchema[]>;
}

/** A `discriminator`, with where it stands. */
interface Discriminator {
  readonly place: Place;
  readonly propertyName: string;
  readonly mapping: JsonObject;
  readonly defaultMapping: Json | undefined;
}

/** One of the schemas that a `discriminator` chooses from. */
interface Option {
  readonly schema: Schema;
  /** The schemas that it is: itself, and those that it only refers to. */
  readonly same: readonly Schema[];
  /** The name that stands for it where no mapping does. */
  readonly name: string | undefined;
}

/**
 * Warns of what a `discriminator` says that cannot be: Guardsmith tells options apart by themselves, and
 * others believe it.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#discriminator-object | OpenAPI 3.2, Discriminator Object}
 */
export function lintDiscriminators(
  all: readonly Schema[],
  input: Pick<Context, "document" | "schemas" | "isWhole">,
  log: DiagnosticLog,
): void {
  const context: Context = { ...input, log, extending: findExtending(all, input.schemas) };
  for (const schema of all) {
    if (schema.kind === "boolean" || schema.keywords.discriminator === undefined) continue;
    // As a base, it is read without the options that it has as it is written.
    if (isBaseReading(schema)) continue;
    const discriminator = discriminatorOf(schema, input.document);
    if (discriminator !== undefined) lintDiscriminator(schema, discriminator, context);
  }
}

function discriminatorOf(
  { keywords, place }: ObjectSchema,
  document: Document,
): Discriminator | undefined {
  const at = below(place, "discriminator");
  const raw = valueAt(at, document);
  if (!isJsonObject(raw) || keywords.discriminator === undefined) return undefined;
  const { mapping, defaultMapping } = raw;
  return {
    place: at,
    propertyName: keywords.discriminator.propertyName,
    mapping: isJsonObject(mapping) ? mapping : {},
    defaultMapping: document.version === "3.2" ? defaultMapping : undefined,
  };
}

function findExtending(
  all: readonly Schema[],
  { get }: Schemas,
): ReadonlyMap<SchemaId, readonly ObjectSchema[]> {
  const bases = all.filter(
    (schema) => schema.kind === "object" && schema.keywords.discriminator !== undefined,
  );
  if (bases.length === 0) return new Map();
  /** The schemas that each is a part of; and what may be null besides, of which its value is one. */
  const around = new Map<SchemaId, ObjectSchema[]>();
  for (const schema of all) {
    if (schema.kind === "boolean") continue;
    const { $ref, allOf = [] } = schema.keywords;
    const inner = nullable(schema);
    const parts = [
      ...allOf,
      ...($ref === undefined ? [] : [get($ref)]),
      ...(inner === undefined ? [] : [inner]),
    ];
    for (const { id } of parts) {
      const known = around.get(id);
      if (known === undefined) around.set(id, [schema]);
      else known.push(schema);
    }
  }
  return new Map(
    bases.map((base) => {
      const reached = reach([base], ({ id }) => around.get(id) ?? []);
      return [base.id, reached.filter((schema) => schema !== base).filter(isExtending)];
    }),
  );
}

function isExtending(schema: Schema): schema is ObjectSchema {
  return (
    schema.kind === "object" && schema.within !== "allOf" && schema.keywords.allOf !== undefined
  );
}

function lintDiscriminator(
  schema: ObjectSchema,
  discriminator: Discriminator,
  context: Context,
): void {
  const { schemas } = context;
  const union = optionsOf(schema, schemas);
  const children = context.extending.get(schema.id) ?? [];
  const mapped = mappedSchemas(discriminator, context);
  const options = (union ?? children).map((each) => optionOf(each, schemas));
  const targets = [...mapped.values()].map((target) => optionOf(target, schemas));
  if (union === undefined && options.length === 0 && targets.length === 0) {
    // What extends it may be there, and is not read.
    if (!context.isWhole) return;
    warn(context, discriminator, "discriminator-without-options", {
      message:
        "`discriminator` has nothing to choose from: there is no `oneOf` or `anyOf` beside it, and no schema extends this one by `allOf`",
      help: "add the options, or take it out",
    });
    return;
  }
  lintTargets(union === undefined ? undefined : options, mapped, discriminator, context);
  lintProperty(union === undefined ? [optionOf(schema, schemas)] : options, discriminator, context);
  // What extends the schema somewhere inside another one is no option of its own.
  const chosen = union === undefined ? options.filter(({ name }) => name !== undefined) : options;
  lintTags(chosen, mapped, discriminator, context);
}

/** The schemas of a union; undefined, if a schema is none. */
function optionsOf(schema: ObjectSchema, { get }: Schemas): readonly Schema[] | undefined {
  for (const { keywords } of partsOf(schema, get).toReversed()) {
    const options = keywords.oneOf ?? keywords.anyOf;
    if (options !== undefined) return options.filter((option) => !isNull(option));
  }
  return undefined;
}

function isNull(schema: Schema): boolean {
  return (
    schema.kind === "object" && schema.keywords.type?.every((type) => type === "null") === true
  );
}

function optionOf(schema: Schema, { get }: Schemas): Option {
  const same = [schema];
  for (const each of same) {
    const target = each.kind === "object" ? each.keywords.$ref : undefined;
    const next = target === undefined ? undefined : get(target);
    if (next !== undefined && !same.includes(next)) same.push(next);
  }
  const referred = same[1] ?? schema;
  const isNamed = same.length > 1 || /^\/components\/schemas\/[^/]+$/.test(schema.place.pointer);
  return { schema, same, name: isNamed ? nameOfPlace(referred.place) : undefined };
}

/** What the mapping leads to, by its names. Reports what leads nowhere. */
function mappedSchemas(
  { place, mapping, defaultMapping }: Discriminator,
  context: Context,
): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  const add = (value: Json, at: Place, name?: string): void => {
    const target = typeof value === "string" ? targetOf(value, at, context) : undefined;
    if (target === undefined) {
      context.log.warning({
        code: "unresolvable-mapping",
        message: `${name === undefined ? "`defaultMapping`" : `the mapping of ${JSON.stringify(name)}`} leads nowhere: ${JSON.stringify(value)}`,
        help: "write the name of a component schema, or a reference to a schema",
        place: at,
      });
    } else if (name !== undefined) found.set(name, target);
  };
  for (const [name, value] of Object.entries(mapping))
    add(value, below(place, "mapping", name), name);
  if (defaultMapping !== undefined) add(defaultMapping, below(place, "defaultMapping"));
  return found;
}

function targetOf(text: string, from: Place, { document, schemas }: Context): Schema | undefined {
  const component = componentSchemas(document).get(text);
  if (component !== undefined && !looksLikeReference(text)) return schemas.at(component);
  const found = document.resolve(text, from);
  const value = found.kind === "found" ? valueAt(found.place, document) : undefined;
  if (found.kind === "missing") return undefined;
  return isJsonObject(value) || typeof value === "boolean" ? schemas.at(found.place) : undefined;
}

/** Reports mappings to what is no option. */
function lintTargets(
  options: readonly Option[] | undefined,
  mapped: ReadonlyMap<string, Schema>,
  discriminator: Discriminator,
  context: Context,
): void {
  if (options === undefined) return;
  const { schemas, log } = context;
  const places = options.flatMap((option) => placesIn(option.schema, schemas));
  for (const [name, target] of mapped) {
    // What extends an option, or refers to it, has its values.
    const isReached = placesIn(target, schemas).some((place) =>
      places.some((other) => isSamePlace(place, other)),
    );
    if (isReached) continue;
    log.warning({
      code: "mapping-to-no-option",
      message: `the mapping of ${JSON.stringify(name)} leads to a schema that is no option here`,
      help: "add the schema to the options, or correct the mapping",
      place: below(discriminator.place, "mapping", name),
      related: [
        { message: "this is no option", place: target.place },
        ...options.map((option) => related("an option", option)),
      ],
    });
  }
}

/** The places of a schema and of all that applies to its values: options of options among them. */
function placesIn(schema: Schema, { get }: Schemas): readonly Place[] {
  const found = new Set<Schema>([schema]);
  for (const each of found) {
    if (each.kind === "boolean") continue;
    for (const part of partsOf(each, get)) found.add(part);
    for (const inner of insideInPlace(each)) found.add(inner);
  }
  return [...found].map(({ place }) => place);
}

/** Reports options that lack the property, or can. */
function lintProperty(
  options: readonly Option[],
  discriminator: Discriminator,
  context: Context,
): void {
  const { propertyName, defaultMapping } = discriminator;
  const { get } = context.schemas;
  const name = JSON.stringify(propertyName);
  const lacking = options.filter(({ schema }) => !every(schema, get, hasProperty(propertyName)));
  if (lacking.length > 0) {
    warn(context, discriminator, "missing-discriminator-property", {
      message: `\`propertyName\` is ${name}, which ${lacking.length === options.length ? "no option describes" : "not every option describes"}`,
      help: "describe the property in each option, and require it, or correct its name",
      related: lacking.map((option) => related("this does not describe it", option)),
    });
  }
  // Where it is missing, `defaultMapping` says what a value is.
  if (defaultMapping !== undefined) return;
  const optional = options.filter(
    (option) => !lacking.includes(option) && !every(option.schema, get, requires(propertyName)),
  );
  if (optional.length === 0) return;
  warn(context, discriminator, "optional-discriminator-property", {
    message: `the property ${name} of a \`discriminator\` has to be required, and ${optional.length === options.length ? "no option requires it" : "not every option requires it"}`,
    help: `add ${name} to \`required\``,
    related: optional.map((option) => related("this does not require it", option)),
  });
}

type Get = Schemas["get"];

/** Whether a schema says something of all its values, or all its options do. */
function every(
  schema: Schema,
  get: Get,
  says: (part: ObjectSchema) => boolean,
  seen: ReadonlySet<Schema> = new Set(),
): boolean {
  if (schema.kind === "boolean" || seen.has(schema)) return false;
  const parts = partsOf(schema, get);
  if (parts.some(says)) return true;
  const around = new Set([...seen, schema]);
  return parts.some(({ keywords: { oneOf, anyOf } }) =>
    (oneOf ?? anyOf)
      ?.filter((option) => !isNull(option))
      .every((option) => every(option, get, says, around)),
  );
}

function hasProperty(name: string): (part: ObjectSchema) => boolean {
  return ({ keywords: { properties } }) => properties?.has(name) === true;
}

function requires(name: string): (part: ObjectSchema) => boolean {
  return ({ keywords: { required } }) => required?.includes(name) === true;
}

/** Reports names that the property of their option cannot have, and options that no name leads to. */
function lintTags(
  options: readonly Option[],
  mapped: ReadonlyMap<string, Schema>,
  discriminator: Discriminator,
  context: Context,
): void {
  const { propertyName, place } = discriminator;
  const { schemas, log } = context;
  for (const [name, target] of mapped) {
    const allowed = tagsOf(optionOf(target, schemas), propertyName, schemas.get);
    if (allowed === undefined || allowed.includes(name)) continue;
    log.warning({
      code: "unknown-discriminator-value",
      message: `the mapping has ${JSON.stringify(name)}, which the property ${JSON.stringify(propertyName)} of its schema does not allow: ${listed(allowed)}`,
      help: "write the value that the property has there, or allow this one",
      place: { ...below(place, "mapping", name), part: "key" },
      related: [{ message: "this is the schema", place: target.place }],
    });
  }
  const targets = [...mapped.values()].flatMap((target) => optionOf(target, schemas).same);
  const unreached = options.filter((option) => {
    if (
      option.same.some((schema) => targets.some(({ place: at }) => isSamePlace(at, schema.place)))
    ) {
      return false;
    }
    if (extendsAny(option.schema, targets, schemas)) return false;
    const allowed = tagsOf(option, propertyName, schemas.get);
    return option.name === undefined || allowed?.includes(option.name) === false;
  });
  if (unreached.length === 0) return;
  warn(context, discriminator, "unreachable-option", {
    message: `no value of ${JSON.stringify(propertyName)} leads to ${unreached.length === 1 ? "an option" : `${unreached.length} options`}: the mapping does not name ${unreached.length === 1 ? "it, and its own name is" : "them, and their own names are"} no value that the property has`,
    help: "add a `mapping` for each value of the property",
    related: unreached.map((option) => {
      const allowed = tagsOf(option, propertyName, schemas.get);
      return related(
        allowed === undefined ? "an option without a name" : `its values are ${listed(allowed)}`,
        option,
      );
    }),
  });
}

/** Whether an option is itself a union, of which an option is mapped. */
function extendsAny(schema: Schema, targets: readonly Schema[], schemas: Schemas): boolean {
  const places = placesIn(schema, schemas);
  return targets.some(({ place }) => places.some((other) => isSamePlace(other, place)));
}

/** The values that the property of an option lists; undefined, where it lists none. */
function tagsOf({ schema }: Option, name: string, get: Get): readonly Json[] | undefined {
  const lists = partsOf(schema, get).flatMap(({ keywords }) => {
    const property = keywords.properties?.get(name);
    const values = property === undefined ? undefined : literalsOf(property, get);
    return values === undefined ? [] : [values];
  });
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.includes(value)));
}

function listed(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > shown.length ? ["…"] : [])].join(", ");
}

function related(message: string, { same, schema }: Option): RelatedPlace {
  return { message, place: (same[1] ?? schema).place };
}

function warn(
  { log }: Context,
  { place }: Discriminator,
  code: WarningCode,
  said: {
    readonly message: string;
    readonly help: string;
    readonly related?: readonly RelatedPlace[];
  },
): void {
  log.warning({ code, place: { ...place, part: "key" }, ...said });
}
