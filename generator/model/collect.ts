import type { Config } from "../config/config.js";
import type { DiagnosticLog, Place } from "../diagnostics/diagnostic.js";
import type { ChildRole } from "../keywords/keyword.js";
import { isJsonObject } from "../load/json.js";
import type { Document, JsonObject } from "../load/document.js";
import { joinPointer, parsePointer } from "../load/pointer.js";
import { childrenOf } from "../schema/children.js";
import { schemaIdAt } from "../schema/parse.js";
import type { Schema, SchemaId } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { Claims } from "./claims.js";
import { reportEndlessReferences } from "./endless.js";
import type { Model, Models } from "./model.js";
import { exportsOf, isIdentifier, pascalCase, toIdentifier } from "./names.js";

type Options = Pick<Config, "roots" | "names">;

/**
 * Finds the schemas that become models: the root components, everything that they reach by
 * reference, and the objects and enums that are written inside these.
 *
 * @param reservedExports - Names that the package exports or uses besides its models.
 */
export function collectModels(
  document: Document,
  schemas: Schemas,
  options: Options,
  reservedExports: Iterable<string>,
  log: DiagnosticLog,
): Models {
  const components = componentPlaces(document, log);
  const targets = reachable(rootPlaces(components, options, log), schemas);
  const componentIds = new Set([...components.values()].map(schemaIdAt));
  const collector = new Collector(
    [
      ...targets.filter(({ id }) => componentIds.has(id)).sort(byOrderIn([...componentIds])),
      ...targets.filter(({ id }) => !componentIds.has(id)),
    ],
    options,
    new Claims(reservedExports, log),
    document.uri,
  );
  const models = collector.collect();
  reportUnusedNames(options.names, collector.usedNames, document, log);
  reportEndlessReferences(models.all, schemas, log);
  return models;
}

/** The component schemas of a document, by name. */
function componentPlaces(document: Document, log: DiagnosticLog): ReadonlyMap<string, Place> {
  const components = memberOf(document.root, "components");
  const schemas = components && memberOf(components, "schemas");
  if (schemas === undefined || Object.keys(schemas).length === 0) {
    log.error({
      code: "no-schemas",
      message: "the document has no component schemas, so there is nothing to generate",
      help: "define them under `components.schemas`",
      place: { uri: document.uri, pointer: "/components/schemas" },
    });
    return new Map();
  }
  return new Map(
    Object.keys(schemas).map((name) => [
      name,
      { uri: document.uri, pointer: joinPointer("/components/schemas", name) },
    ]),
  );
}

function memberOf(object: JsonObject, name: string): JsonObject | undefined {
  const member = Object.hasOwn(object, name) ? object[name] : undefined;
  return isJsonObject(member) ? member : undefined;
}

function rootPlaces(
  components: ReadonlyMap<string, Place>,
  { roots }: Options,
  log: DiagnosticLog,
): readonly Place[] {
  if (roots === undefined) return [...components.values()];
  return roots.flatMap((name) => {
    const place = components.get(name);
    if (place !== undefined) return [place];
    log.error({
      code: "unknown-root",
      message: `there is no component schema named ${JSON.stringify(name)}`,
      help: "correct `roots` in the config",
    });
    return [];
  });
}

/** The schemas at some places and all that they refer to, each once. */
function reachable(places: readonly Place[], schemas: Schemas): readonly Schema[] {
  const reached = new Map<SchemaId, Schema>();
  const pending = places.map((place) => schemas.at(place)).reverse();
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (reached.has(schema.id)) continue;
    reached.set(schema.id, schema);
    pending.push(
      ...referencesIn(schema)
        .map((id) => schemas.get(id))
        .reverse(),
    );
  }
  return [...reached.values()];
}

/** The schemas that a schema refers to, itself or somewhere inside. */
function referencesIn(schema: Schema): readonly SchemaId[] {
  if (schema.kind === "boolean") return [];
  const { $ref } = schema.keywords;
  return [
    ...($ref === undefined ? [] : [$ref]),
    ...childrenOf(schema).flatMap(({ schema: child }) => referencesIn(child)),
  ];
}

function byOrderIn(ids: readonly SchemaId[]): (left: Schema, right: Schema) => number {
  const order = new Map(ids.map((id, index) => [id, index]));
  return (left, right) => (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0);
}

/** Where a schema stands, for its name: the model around it, and the way from there. */
interface Position {
  readonly parent: Pick<Model, "name" | "module">;
  readonly way: readonly string[];
}

/** Names the models, those that others refer to first. */
class Collector {
  readonly usedNames = new Set<string>();
  readonly #models = new Map<SchemaId, Model>();
  readonly #targets: readonly Schema[];
  readonly #options: Options;
  readonly #claims: Claims;
  readonly #documentUri: string;

  constructor(targets: readonly Schema[], options: Options, claims: Claims, documentUri: string) {
    this.#targets = targets;
    this.#options = options;
    this.#claims = claims;
    this.#documentUri = documentUri;
  }

  collect(): Models {
    const targets = this.#targets.map((schema) => {
      const name = this.#claims.name(this.#candidates(schema, targetName(schema)), schema.place);
      return this.#add(schema, name, this.#claims.module(name));
    });
    const all = targets.flatMap((model) => [
      model,
      ...this.#inside(model.schema, { parent: model, way: [] }),
    ]);
    return { all, byId: this.#models };
  }

  /** The models written inside a schema, each before those inside it. */
  #inside(schema: Schema, position: Position): readonly Model[] {
    if (schema.kind === "boolean") return [];
    return childrenOf(schema).flatMap(({ schema: child, role }) => {
      if (role.kind === "condition" || this.#models.has(child.id)) return [];
      const { parent, way } = position;
      const inner: Position = { parent, way: [...way, ...wordsOf(role)] };
      if (role.kind === "part" || !deservesName(child)) return this.#inside(child, inner);
      const model = this.#addInside(child, inner);
      return [model, ...this.#inside(child, { parent: model, way: [] })];
    });
  }

  #addInside(schema: Schema, { parent, way }: Position): Model {
    const ownWay = way.length === 0 ? ["Value"] : way;
    const candidates = this.#candidates(schema, pascalCase([parent.name, ...ownWay].join(" ")));
    return this.#add(schema, this.#claims.name(candidates, schema.place), parent.module);
  }

  #add(schema: Schema, name: string, module: string): Model {
    const model: Model = { id: schema.id, name, module, schema, exports: exportsOf(name) };
    this.#models.set(schema.id, model);
    return model;
  }

  /** The names that a schema may take, best first. */
  #candidates(schema: Schema, fallback: string): readonly string[] {
    const { uri, pointer } = schema.place;
    const key = `${uri === this.#documentUri ? "" : uri}#${pointer}`;
    const configured = Object.hasOwn(this.#options.names, key)
      ? this.#options.names[key]
      : undefined;
    if (configured !== undefined) this.usedNames.add(key);
    const isComponent = /^\/components\/schemas\/[^/]+$/.test(pointer);
    const title = schema.kind === "object" && !isComponent ? schema.keywords.title : undefined;
    return [configured, title !== undefined && isIdentifier(title) ? title : undefined, fallback]
      .filter((name) => name !== undefined)
      .filter((name) => name !== "");
  }
}

/** The name of a schema that is referred to: the last part of its pointer. */
function targetName({ place }: Schema): string {
  const tokens = parsePointer(place.pointer);
  const isComponent = tokens[0] === "components" && tokens.length === 3;
  const words = isComponent ? tokens.slice(2) : tokens.slice(tokens[0] === "components" ? 2 : 0);
  const name = isComponent
    ? toIdentifier(words.join(" "))
    : pascalCase(words.filter((word) => word !== "properties").join(" "));
  return name === "" ? "Model" : name;
}

/** Whether a schema that is written inside another one is named: an object, or several literals. */
function deservesName(schema: Schema): boolean {
  if (schema.kind === "boolean") return false;
  const { properties, enum: values, $ref, allOf = [] } = schema.keywords;
  if (values !== undefined && $ref === undefined) {
    return (
      values.length > 1 &&
      values.every((value) => typeof value === "string" || typeof value === "number")
    );
  }
  return (properties !== undefined && properties.size > 0) || allOf.some(deservesName);
}

/** What a step from a schema to one inside adds to the name. */
function wordsOf(role: ChildRole): readonly string[] {
  switch (role.kind) {
    case "property":
      return [pascalCase(role.name)];
    case "item":
      return [role.index === undefined ? "Item" : `Item${role.index + 1}`];
    case "value":
      return ["Value"];
    case "option":
      return role.of <= 1 ? [] : [`Option${role.index + 1}`];
    case "part":
    case "condition":
      return [];
  }
}

function reportUnusedNames(
  names: Options["names"],
  used: ReadonlySet<string>,
  { uri }: Document,
  log: DiagnosticLog,
): void {
  for (const [pointer, name] of Object.entries(names)) {
    if (!isIdentifier(name)) {
      log.error({
        code: "invalid-name",
        message: `${JSON.stringify(name)} in \`names\` is not an identifier`,
        help: "begin it with a letter, and use letters and digits only",
      });
    } else if (!used.has(pointer)) {
      log.warning({
        code: "unused-name",
        message: `\`names\` has ${JSON.stringify(pointer)}, where there is no model`,
        help: "name an object or an enum that is emitted, as a JSON pointer that begins with #/",
        place: { uri, pointer: pointer.replace(/^#/, "") },
      });
    }
  }
}
