import type { Config } from "../config/config.js";
import type { DiagnosticLog, Place } from "../diagnostics/diagnostic.js";
import type { ChildRole } from "../keywords/keyword.js";
import { isJsonObject } from "../load/json.js";
import type { Document, JsonObject } from "../load/document.js";
import { joinPointer, parsePointer } from "../load/pointer.js";
import { childrenOf, referencesOf } from "../schema/children.js";
import type { Schema, SchemaId } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { Claims } from "./claims.js";
import { reportEndlessReferences } from "./endless.js";
import type { Model, Models } from "./model.js";
import { nameOfPlace, operationSchemas, type OperationSchema } from "./operations.js";
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
  const components = componentPlaces(document);
  const roots =
    options.roots === undefined
      ? [
          ...[...components.values()].map((place) => ({ place })),
          ...operationSchemas(document),
        ].flatMap((root) => rootOf(root, schemas))
      : configuredRoots(options.roots, components, log).flatMap((place) =>
          rootOf({ place }, schemas),
        );
  if (roots.length === 0 && !log.hasErrors) {
    log.error({
      code: "no-schemas",
      message: "the document has no schemas, so there is nothing to generate",
      help: "define them under `components.schemas`, or use them in operations",
      place: { uri: document.uri, pointer: "/components/schemas" },
    });
  }
  const suggested = new Map(
    roots.flatMap(({ schema, name }) => (name === undefined ? [] : [[schema.id, name]])),
  );
  const order = new Map([...components.values()].map((place, index) => [keyOf(place), index]));
  const rank = ({ place }: Schema): number => order.get(keyOf(place)) ?? order.size;
  const targets = reachable(
    roots.map(({ schema }) => schema),
    schemas,
  );
  const collector = new Collector(
    [...targets].sort((left, right) => rank(left) - rank(right)),
    suggested,
    options,
    new Claims(reservedExports, log),
    document.uri,
  );
  const models = collector.collect();
  reportUnusedNames(options.names, collector.usedNames, document, log);
  reportEndlessReferences(models.all, schemas, log);
  return models;
}

/** A schema that becomes a model without being referred to. */
interface Root {
  readonly schema: Schema;
  /** What to call it, if it has no name of its own. */
  readonly name?: string;
}

/**
 * What there is to emit of a component or of a schema in an operation: what it refers to, where it
 * does nothing else; itself, where it is worth a name.
 */
function rootOf(
  { place, name, isBody }: Pick<OperationSchema, "place"> & Partial<OperationSchema>,
  schemas: Schemas,
): readonly Root[] {
  const schema = schemas.at(place);
  if (name === undefined) return [{ schema }];
  const target = schema.kind === "object" ? schema.keywords.$ref : undefined;
  if (target !== undefined) return [{ schema: schemas.get(target) }];
  return isBody === true || deservesName(schema) ? [{ schema, name }] : [];
}

/** The component schemas of a document, by name. */
function componentPlaces(document: Document): ReadonlyMap<string, Place> {
  const components = memberOf(document.root, "components");
  const schemas = components && memberOf(components, "schemas");
  return new Map(
    Object.keys(schemas ?? {}).map((name) => [
      name,
      { uri: document.uri, pointer: joinPointer("/components/schemas", name) },
    ]),
  );
}

function memberOf(object: JsonObject, name: string): JsonObject | undefined {
  const member = Object.hasOwn(object, name) ? object[name] : undefined;
  return isJsonObject(member) ? member : undefined;
}

function configuredRoots(
  roots: readonly string[],
  components: ReadonlyMap<string, Place>,
  log: DiagnosticLog,
): readonly Place[] {
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

/** Some schemas and all that they refer to, each once. */
function reachable(roots: readonly Schema[], schemas: Schemas): readonly Schema[] {
  const reached = new Map<SchemaId, Schema>();
  const pending = [...roots].reverse();
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
  return [
    ...referencesOf(schema),
    ...childrenOf(schema).flatMap(({ schema: child }) => referencesIn(child)),
  ];
}

function keyOf({ uri, pointer }: Place): string {
  return `${uri}#${pointer}`;
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
  readonly #suggested: ReadonlyMap<SchemaId, string>;
  readonly #options: Options;
  readonly #claims: Claims;
  readonly #documentUri: string;

  constructor(
    targets: readonly Schema[],
    suggested: ReadonlyMap<SchemaId, string>,
    options: Options,
    claims: Claims,
    documentUri: string,
  ) {
    this.#targets = targets;
    this.#suggested = suggested;
    this.#options = options;
    this.#claims = claims;
    this.#documentUri = documentUri;
  }

  collect(): Models {
    const targets = this.#targets.map((schema) => {
      const suggested = this.#suggested.get(schema.id);
      const names = suggested === undefined ? targetNames(schema.place) : [suggested];
      const name = this.#claims.name(this.#candidates(schema, names, false), schema.place);
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
    const fallback = pascalCase([parent.name, ...ownWay].join(" "));
    const candidates = this.#candidates(schema, [fallback], true);
    return this.#add(schema, this.#claims.name(candidates, schema.place), parent.module);
  }

  #add(schema: Schema, name: string, module: string): Model {
    const model: Model = { id: schema.id, name, module, schema, exports: exportsOf(name) };
    this.#models.set(schema.id, model);
    return model;
  }

  /** The names that a schema may take, best first. */
  #candidates(schema: Schema, fallbacks: readonly string[], isInline: boolean): readonly string[] {
    const { uri, pointer } = schema.place;
    const key = `${uri === this.#documentUri ? "" : uri}#${pointer}`;
    const configured = Object.hasOwn(this.#options.names, key)
      ? this.#options.names[key]
      : undefined;
    if (configured !== undefined) this.usedNames.add(key);
    const title = schema.kind === "object" && isInline ? schema.keywords.title : undefined;
    return [
      configured,
      title !== undefined && isIdentifier(title) ? title : undefined,
      ...fallbacks,
    ]
      .filter((name) => name !== undefined)
      .filter((name) => name !== "");
  }
}

/**
 * The names for a schema that is referred to, best first: a component's own, or else the last part
 * of its pointer or its file, with what is around that where it is taken.
 */
function targetNames(place: Place): readonly string[] {
  const tokens = parsePointer(place.pointer);
  const isComponent = tokens[0] === "components" && tokens.length === 3;
  if (isComponent) return [toIdentifier(tokens[2] ?? "") || "Model"];
  const folders = decodeURIComponent(place.uri)
    .split("/")
    .slice(0, -1)
    .filter((folder) => !["models", "schemas", "resources"].includes(folder));
  const words = [
    ...folders,
    ...tokens.filter(
      (token) => token !== "properties" && token !== "components" && token !== "schemas",
    ),
  ];
  const own = tokens.length === 0 ? nameOfPlace(place) : words.pop();
  const isInner = tokens[0] === "components" || tokens[0] === "paths";
  const whole = pascalCase(
    tokens.filter((token) => !["components", "schemas", "properties"].includes(token)).join(" "),
  );
  return isInner
    ? [whole || "Model"]
    : [
        pascalCase(own ?? "") || "Model",
        pascalCase(`${words.at(-1) ?? ""} ${own ?? ""}`) || "Model",
      ];
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
