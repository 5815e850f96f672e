import type { SchemaId } from "../core/schema-id.js";
import type { Config } from "../config/config.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { Document } from "../openapi/document.js";
import { isJsonObject, type JsonObject, ownMember } from "../core/json.js";
import { joinPointer } from "../core/pointer.js";
import { keyOfPlace, type Place } from "../core/place.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { referencesIn } from "./forms.js";
import { deservesName } from "./deserves-name.js";
import { operationSchemas, type OperationSchema } from "./operation-schemas.js";

/** The schemas of a document that stand on their own: nothing around them names them. */
export interface Targets {
  /** Components in the order of the document, then whatever else is referred to or used. */
  readonly schemas: readonly Schema[];
  /** What to call those that have no name of their own. */
  readonly names: ReadonlyMap<SchemaId, string>;
}

/**
 * Finds the schemas that become models by themselves: the components and the bodies of operations,
 * or the components that the config names, and all that these refer to.
 */
export function findTargets(
  document: Document,
  schemas: Schemas,
  { roots: configured }: Pick<Config, "roots">,
  log: DiagnosticLog,
): Targets {
  const components = componentPlaces(document);
  const places: readonly RootPlace[] =
    configured === undefined
      ? [...[...components.values()].map((place) => ({ place })), ...operationSchemas(document)]
      : configuredPlaces(configured, components, log);
  const roots = places.flatMap((root) => rootOf(root, schemas));
  if (roots.length === 0 && !log.hasErrors()) {
    log.error({
      code: "no-schemas",
      message: "the document has no schemas, so there is nothing to generate",
      help: "define them under `components.schemas`, or use them in operations",
      place: { uri: document.uri, pointer: "/components/schemas" },
    });
  }
  const order = new Map([...components.values()].map((place, index) => [keyOfPlace(place), index]));
  const reached = reachable(
    roots.map(({ schema }) => schema),
    schemas,
  ).map((schema) => ({ schema, rank: order.get(keyOfPlace(schema.place)) ?? order.size }));
  return {
    schemas: reached.sort((left, right) => left.rank - right.rank).map(({ schema }) => schema),
    names: new Map(
      roots.flatMap(({ schema, name }) => (name === undefined ? [] : [[schema.id, name]])),
    ),
  };
}

/** A place where a root may be; only what operations use is named after them. */
type RootPlace = Pick<OperationSchema, "place"> & Partial<OperationSchema>;

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
function rootOf({ place, name, isBody }: RootPlace, schemas: Schemas): readonly Root[] {
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
  const member = ownMember(object, name);
  return isJsonObject(member) ? member : undefined;
}

function configuredPlaces(
  roots: readonly string[],
  components: ReadonlyMap<string, Place>,
  log: DiagnosticLog,
): readonly RootPlace[] {
  return roots.flatMap((name) => {
    const place = components.get(name);
    if (place !== undefined) return [{ place }];
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
