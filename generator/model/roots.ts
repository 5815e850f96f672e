import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import { onlyRoots, type Selection } from "../config/selection.js";
import type { Config } from "../config/config.js";
import { placeOfSetting } from "../config/place-of-setting.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { closest } from "../runtime/closest.js";
import { componentSchemas } from "../openapi/components.js";
import type { Document } from "../openapi/document.js";
import { keyOfPlace, type Place } from "../core/place.js";
import {
  componentOrder,
  findComponentAliases,
  type ComponentAliases,
} from "../schema/component-aliases.js";
import { referencesIn } from "../schema/children.js";
import { reachByReference } from "../schema/reach.js";
import type { Schema } from "../schema/schema.js";
import { isBaseReading } from "../schema/scope.js";
import type { Schemas } from "../schema/schemas.js";
import { needsOwnModel } from "./needs-own-model.js";
import { operationSchemas, type OperationSchema } from "./operation-schemas.js";
import { onlyDirections } from "./only-directions.js";
import { onlyReference } from "./only-reference.js";
import { sameBodies } from "./same-bodies.js";
import type { SchemaKeys } from "./same-schema.js";

/** A place where a root may be. Only schemas that operations use are named after operations. */
export type RootPlace = Pick<OperationSchema, "place"> & Partial<OperationSchema>;

/** A schema that becomes a model without being referred to. */
export interface Root {
  readonly schema: Schema;
  /** The direction in which the operation that uses it sends it. */
  readonly direction?: Direction | undefined;
  /** Names for it if it has none of its own, best first. */
  readonly names?: readonly string[];
}

/**
 * The schemas of a document that no other schema contains, so that no containing schema names them.
 */
export interface Targets {
  /** Components in the order of the document, then all other schemas that are referred to or used. */
  readonly schemas: readonly Schema[];
  /** Names for those without a name of their own, best first. */
  readonly names: ReadonlyMap<SchemaId, readonly string[]>;
  /** The direction of those that are written inside operations and used in one direction only. */
  readonly directions: ReadonlyMap<SchemaId, Direction>;
  /** Components that only refer to one of them, and name it; and bodies with equal schemas. */
  readonly aliases: ComponentAliases;
}

/** Finds where roots may be: the components and operations, or the components that the config names. */
export function rootPlaces(
  document: Document,
  selection: Selection & Pick<Config, "source" | "overridden">,
  log: DiagnosticLog,
): readonly RootPlace[] {
  const components = componentSchemas(document);
  const configured = configuredPlaces(selection.roots ?? [], selection, components, log);
  if (onlyRoots(selection) !== undefined) return configured;
  const ofComponents = [...components.values()].map((place) => ({ place }));
  return [...ofComponents, ...operationSchemas(document)];
}

/** The schemas at some places that become models by themselves. */
export function rootsAt(places: readonly RootPlace[], schemas: Schemas): readonly Root[] {
  return places.flatMap((place) => rootOf(place, schemas));
}

interface TargetOptions {
  readonly places: readonly RootPlace[];
  /** Tells which bodies can share a model; undefined, if each becomes one of its own. */
  readonly keys?: SchemaKeys | undefined;
  /** Whether a document without schemas is fine. Default: it is an error. */
  readonly mayBeEmpty?: boolean | undefined;
}

/**
 * Finds the schemas that become models by themselves: the roots, and all that these refer to.
 */
export function findTargets(
  document: Document,
  schemas: Schemas,
  { places, keys, mayBeEmpty = false }: TargetOptions,
  log: DiagnosticLog,
): Targets {
  const copies: ReadonlyMap<Schema, SchemaId> =
    keys === undefined ? new Map() : sameBodies(places, schemas, keys);
  const targetIds = new Map(copies);
  const uses = rootsAt(places, schemas);
  const roots = uses.filter(({ schema }) => !targetIds.has(schema));
  if (roots.length === 0 && !mayBeEmpty && !log.hasErrors()) {
    log.error({
      code: "no-schemas",
      message: "the document has no schemas, so there is nothing to generate",
      help: "define them under `components.schemas`, or use them in operations",
      place: { uri: document.uri, pointer: "/components/schemas" },
    });
  }
  const reached = reachByReference(
    roots.map(({ schema }) => schema),
    schemas.get,
  );
  const { byTarget, targetIds: components } = findComponentAliases(document, reached, schemas.get);
  for (const [component, target] of components) targetIds.set(component, target);
  const order = componentOrder(document);
  const ranked = reached
    .filter((schema) => !targetIds.has(schema))
    .map((schema) => {
      const { place } = byTarget.get(schema.id) ?? schema;
      const rank = order.get(keyOfPlace(place)) ?? order.size;
      return { schema, rank: isBaseReading(schema) ? rank + 0.5 : rank };
    });
  return {
    schemas: ranked.sort((left, right) => left.rank - right.rank).map(({ schema }) => schema),
    names: new Map(
      roots.flatMap(({ schema, names }) => (names === undefined ? [] : [[schema.id, names]])),
    ),
    directions: onlyDirections(document, reached, { uses, copies }),
    aliases: { byTarget, targetIds },
  };
}

/**
 * The roots for a component or for a schema in an operation: the schema that it refers to, if it is
 * only a reference; itself, if it needs a model of its own; otherwise those that it refers to inside.
 */
function rootOf({ place, direction, names, isBody }: RootPlace, schemas: Schemas): readonly Root[] {
  const schema = schemas.at(place);
  if (names === undefined) return [{ schema }];
  const target = onlyReference(schema);
  if (target !== undefined) return [{ schema: schemas.get(target), direction }];
  if (isBody === true || needsOwnModel(schema)) return [{ schema, direction, names }];
  return referencesIn(schema).map((id) => ({ schema: schemas.get(id), direction }));
}

function configuredPlaces(
  roots: readonly string[],
  config: Pick<Config, "source" | "overridden">,
  components: ReadonlyMap<string, Place>,
  log: DiagnosticLog,
): readonly RootPlace[] {
  return roots.flatMap((name, index) => {
    const place = components.get(name);
    if (place !== undefined) return [{ place }];
    const meant = closest(name, [...components.keys()]);
    log.error({
      code: "unknown-root",
      message: `there is no component schema named ${JSON.stringify(name)}`,
      help:
        meant === undefined
          ? "name a schema in `components.schemas` of the document"
          : `did you mean ${JSON.stringify(meant)}?`,
      ...placeOfSetting(config, ["roots", index]),
    });
    return [];
  });
}
