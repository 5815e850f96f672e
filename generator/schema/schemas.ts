import { textAt } from "../text/locate.js";
import type { Direction } from "../core/direction.js";
import type { SchemaId } from "../core/schema-id.js";
import { isSamePlace, type Place } from "../core/place.js";
import type { Config } from "../config/config.js";
import { formatRule } from "../config/formats.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { ReferenceKind } from "./keywords/keyword.js";
import { nodesOnWay, reportMissing, valueAt, type Document } from "../openapi/document.js";
import { entriesAt } from "../openapi/navigate.js";
import { isJsonObject, type JsonObject } from "../core/json.js";
import { parsePointer } from "../core/pointer.js";
import { declaresFormatAssertion, dialectOf, inactiveVocabularies } from "./dialect.js";
import { recursiveAnchor } from "../openapi/resource.js";
import { parseSchema } from "./parse.js";
import type { ParseEnvironment } from "./parse-environment.js";
import type { Schema } from "./schema.js";
import { emptyScope, enter, schemaIdAt, undirected, type Scope } from "./scope.js";
import type { Unsent } from "./unsent.js";

/** The schemas of a document, parsed when they are first asked for. */
export interface Schemas {
  /** The schema at a place that is known to exist. */
  readonly at: (place: Place) => Schema;
  /** A schema with the properties of one direction. */
  readonly inDirection: (schema: Schema, direction: Direction, differences: Differences) => Schema;
  /** The schema with an id that a reference resolved to. */
  readonly get: (id: SchemaId) => Schema;
  /** Whether a schema is read differently in a direction, for a reason other than its properties. */
  readonly differs: (id: SchemaId, direction: Direction) => boolean;
}

/** Which schemas differ in a direction. */
export interface Differences {
  /**
   * Whether the whole schema with an id differs. Schemas that are referred to elsewhere keep
   * theirs.
   */
  readonly differs: (id: SchemaId) => boolean;
  readonly unsent: Unsent;
}

/** A place, and the targets of the dynamic anchors there. */
interface Target {
  readonly place: Place;
  readonly scope: Scope;
}

const none: readonly string[] = [];

/** Opens the schemas of a document. Errors in a schema are reported when it is parsed. */
export function openSchemas(
  document: Document,
  { formats }: Pick<Config, "formats">,
  log: DiagnosticLog,
): Schemas {
  const parsed = new Map<SchemaId, Schema>();
  const targets = new Map<SchemaId, Target>();
  const known = new Map<Direction, Differences>();
  const environment: ParseEnvironment = {
    formatRule: (name, place) =>
      formatRule(name, formats, declaresFormatAssertion(place, document) ? "assert" : undefined),
    log,
    register: (schema) => parsed.set(schema.id, schema),
    enter: (place, scope) => enter(scope, document.resourceAround(place)),
    unsentAt: (place, { direction, unsent = none }) => {
      const own = direction === undefined ? undefined : known.get(direction)?.unsent.at(place);
      return own === undefined ? unsent : [...new Set([...unsent, ...own])].sort();
    },
    isPartialAt: (place, { direction }) =>
      direction !== undefined && known.get(direction)?.unsent.isOf(place) === true,
    schemasAt: (reference, from, scope) => {
      const found = document.resolve(reference, from);
      if (found.kind === "missing") return new Map();
      const { place } = found;
      const value = valueAt(place, document) ?? null;
      const entries = entriesAt(document, { kind: "Schema", form: "map", place, value });
      return new Map(
        [...entries].map(([name, entry]) => [name, parse({ place: entry.place, scope })]),
      );
    },
    textAt: (place) => textAt(place, document.sources),
    recursiveReference: (from) => recursiveReference(from, document),
    dialect: (place) => dialectOf(place, document),
    inactive: (place) => inactiveVocabularies(place, document),
    resolve: (reference, kind, from, scope) => {
      const place = resolve(reference, kind, from, scope);
      if (place === undefined) return undefined;
      const target = {
        place,
        scope: enter(scopeAt(place, scope), document.resourceAround(place)),
      };
      const id = schemaIdAt(place, target.scope);
      targets.set(id, target);
      return id;
    },
  };

  /** The scope of a schema that is referred to: with the direction, if that makes a difference. */
  function scopeAt(place: Place, scope: Scope): Scope {
    const { anchors, direction, unsent = [] } = scope;
    const differences = direction === undefined ? undefined : known.get(direction);
    if (direction === undefined || differences === undefined) return scope;
    const own = differences.unsent.at(place);
    const added = differences.unsent.mentioned(place, unsent).filter((name) => !own.has(name));
    if (added.length > 0) return { anchors, direction, unsent: added };
    const whole = undirected(scope);
    const id = schemaIdAt(place, enter(whole, document.resourceAround(place)));
    return differences.differs(id) ? { anchors, direction } : whole;
  }

  function resolve(
    reference: string,
    kind: ReferenceKind,
    from: Place,
    scope: Scope,
  ): Place | undefined {
    const found = document.resolve(reference, from);
    if (found.kind === "missing") {
      reportMissing(found, reference, from, log);
      return undefined;
    }
    const { place, dynamicAnchor } = found;
    return kind === "dynamic" && dynamicAnchor !== undefined
      ? (scope.anchors.get(dynamicAnchor) ?? place)
      : place;
  }

  function parse({ place, scope }: Target): Schema {
    const schema = parsed.get(schemaIdAt(place, scope));
    if (schema !== undefined) return schema;
    const value = valueAt(place, document);
    if (value === undefined) throw new Error(`There is nothing at ${place.uri}#${place.pointer}`);
    const within = keywordAround(place, document);
    return parseSchema(value, { place, scope, within }, environment);
  }

  return {
    inDirection: ({ place }, direction, differences) => {
      known.set(direction, differences);
      return parse({
        place,
        scope: enter({ ...emptyScope, direction }, document.resourceAround(place)),
      });
    },
    at: (place) => parse({ place, scope: enter(emptyScope, document.resourceAround(place)) }),
    get: (id) => {
      const schema = parsed.get(id);
      if (schema !== undefined) return schema;
      const target = targets.get(id);
      if (target === undefined) throw new Error(`No schema has the id ${id}`);
      return parse(target);
    },
    // In a document, only `readOnly` and `writeOnly` make schemas differ by direction.
    differs: () => false,
  };
}

/** The keyword that holds the schema at a place; undefined, if no schema contains it. */
function keywordAround(place: Place, document: Document): string | undefined {
  const nodes = nodesOnWay(place, document);
  const around = nodes
    .slice(0, -1)
    .findLast(({ kind, form }) => kind === "Schema" && form === "one");
  if (around === undefined || nodes.at(-1)?.place.pointer !== place.pointer) return undefined;
  const [keyword] = parsePointer(place.pointer.slice(around.place.pointer.length));
  return keyword;
}

/**
 * What `$recursiveRef` means at a place. In a resource, it leads to the root, and from there to the
 * outermost root in the dynamic scope, if both have `$recursiveAnchor: true`. In a document that is
 * not a schema, it leads to the nearest containing schema that has `$recursiveAnchor: true`, or
 * else to the outermost one.
 *
 * @see {@link https://json-schema.org/draft/2019-09/json-schema-core#section-8.2.4.2 | JSON Schema 2019-09, recursive references}
 */
function recursiveReference(place: Place, document: Document): JsonObject {
  const resource = document.resourceAround(place);
  const around = nodesOnWay(place, document).filter(
    ({ kind, form }) => kind === "Schema" && form === "one",
  );
  if (around.some((node) => resource !== undefined && isSamePlace(node.place, resource.root))) {
    const isAnchored = resource?.dynamicAnchors.has(recursiveAnchor) === true;
    return isAnchored ? { $dynamicRef: `#${recursiveAnchor}` } : { $ref: "#" };
  }
  const anchored = around.findLast(
    ({ value }) => isJsonObject(value) && value.$recursiveAnchor === true,
  );
  return { $ref: `#${encodeURI((anchored ?? around[0])?.place.pointer ?? "")}` };
}
