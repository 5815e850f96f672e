import type { Direction } from "../../core/direction.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { Config } from "../../config/config.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { keyOfPlace } from "../../core/place.js";
import { mapSchemas } from "../children.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Schemas } from "../schemas.js";
import { directionOf } from "../scope.js";
import { findTag } from "../tags.js";
import { acceptsNull } from "./accepts-null.js";
import { allowAdditional, forbidAdditional } from "./additional-properties.js";
import { allSchemas } from "./all-schemas.js";
import { revise } from "./changes.js";
import { dropConstraints } from "./constraints.js";
import { openEnum } from "./enums.js";
import type { FoundPolicies, PolicyAt } from "./find-policies.js";
import { isSameRevision } from "./is-same-revision.js";
import { asAnyOf } from "./one-of.js";
import { orNull } from "./optional.js";
import { areDirected } from "../../config/policies.js";
import { survey, type Survey } from "./survey.js";
import { isUntypedObject } from "../untyped.js";
import { asObject } from "./untyped.js";

/**
 * Applies the policies to the schemas of a document. All outputs are made of the result, so that
 * types, guards and JSON Schemas agree.
 *
 * @param written - The schemas as the document has them.
 * @param roots - Those that models are made of, with all that they lead to.
 * @param log - Takes a warning for each policy that applies to no schema.
 * @returns The revised schemas, or the written ones if the document has an error.
 */
export function applyPolicies(
  written: Schemas,
  roots: readonly Schema[],
  policies: FoundPolicies,
  { policies: configured }: Pick<Config, "policies">,
  log: DiagnosticLog,
): Schemas {
  const found = survey(roots, written.get);
  if (found === undefined || log.hasErrors()) return written;
  policies.reportUnknown(log);
  return new RevisedSchemas(written, found, policies.at, areDirected(configured));
}

class RevisedSchemas implements Schemas {
  readonly #written: Schemas;
  readonly #survey: Survey;
  readonly #policyAt: PolicyAt;
  readonly #areDirected: boolean;
  /** The revised schemas, by direction and id. */
  readonly #revised = new Map<string, Schema>();
  /** Whether schemas that are reached accept more than as written, by direction and id. */
  readonly #widened = new Map<string, boolean>();

  constructor(written: Schemas, found: Survey, policyAt: PolicyAt, directed: boolean) {
    this.#written = written;
    this.#survey = found;
    this.#policyAt = policyAt;
    this.#areDirected = directed;
  }

  readonly at: Schemas["at"] = (place) => this.#revise(this.#written.at(place), undefined);

  readonly inDirection: Schemas["inDirection"] = (schema, direction, differences) =>
    this.#revise(this.#written.inDirection(schema, direction, differences), direction);

  readonly get: Schemas["get"] = (id) => {
    const direction = directionOf(id);
    return (
      this.#revised.get(keyOf(id, direction)) ?? this.#revise(this.#written.get(id), direction)
    );
  };

  readonly differs: Schemas["differs"] = (id, direction) => {
    if (!this.#areDirected) return false;
    const schema = this.#written.get(id);
    return !isSameRevision(this.#revise(schema, undefined), this.#revise(schema, direction));
  };

  /** Returns a schema as read for a direction, with all schemas inside it. */
  #revise(schema: Schema, direction: Direction | undefined): Schema {
    const key = keyOf(schema.id, direction);
    const known = this.#revised.get(key);
    if (known !== undefined) return known;
    const revised = this.#reviseUnknown(schema, direction);
    this.#revised.set(key, revised);
    return revised;
  }

  #reviseUnknown(schema: Schema, direction: Direction | undefined): Schema {
    if (schema.kind === "boolean") return schema;
    if (this.#survey.negated.has(keyOfPlace(schema.place))) return schema;
    const keywords = mapSchemas(schema.keywords, (inside) => this.#revise(inside, direction));
    const mapped = keywords === schema.keywords ? schema : { ...schema, keywords };
    const typed = this.#isObject(schema, direction) ? revise(mapped, asObject(mapped)) : mapped;
    const revised = this.#reviseOwn(typed, direction);
    // Schemas that are made here cannot be found by their places.
    for (const property of revised.keywords.properties?.values() ?? []) {
      this.#revised.set(keyOf(property.id, direction), property);
    }
    return this.#isAmbiguous(schema, direction)
      ? revise(revised, asAnyOf(revised, "policies widened them"))
      : revised;
  }

  /**
   * Whether a schema describes objects without a type, and its policy makes it accept only objects.
   */
  #isObject(schema: ObjectSchema, direction: Direction | undefined): boolean {
    return (
      this.#survey.untyped.has(keyOfPlace(schema.place)) &&
      // A schema that was separated from its `null` has the same place.
      isUntypedObject(schema) &&
      this.#policyAt(schema.place, direction).untypedProperties === "object"
    );
  }

  /**
   * Applies the policies of a schema itself, and those that decide whether its properties can be
   * null.
   */
  #reviseOwn(schema: ObjectSchema, direction: Direction | undefined): ObjectSchema {
    const key = keyOfPlace(schema.place);
    const policy = this.#policyAt(schema.place, direction);
    let revised = schema;
    if (policy.enums === "open" && !this.#survey.tags.has(key)) {
      revised = revise(revised, openEnum(revised));
    }
    if (policy.additionalProperties === "allow") {
      revised = revise(revised, allowAdditional(revised));
    }
    if (policy.additionalProperties === "forbid" && !this.#survey.combined.has(key)) {
      revised = revise(revised, forbidAdditional(revised, this.#survey.describesProperties));
    }
    if (policy.constraints === "types") revised = revise(revised, dropConstraints(revised));
    return this.#withNulls(revised, direction);
  }

  /** Returns a schema whose properties accept null if their policy says so. */
  #withNulls(schema: ObjectSchema, direction: Direction | undefined): ObjectSchema {
    const { properties } = schema.keywords;
    if (properties === undefined) return schema;
    const { isRequired, tags } = this.#survey;
    const key = keyOfPlace(schema.place);
    const changed = new Map<string, Schema>();
    for (const [name, property] of properties) {
      if (property.kind === "boolean") continue;
      if (this.#policyAt(property.place, direction).optional !== "nullable") continue;
      if (isRequired(key, name) || tags.has(keyOfPlace(property.place))) continue;
      if (acceptsNull(property, this.#survey.acceptsNull)) continue;
      changed.set(name, orNull(property));
    }
    if (changed.size === 0) return schema;
    const merged = new Map(
      [...properties].map(([name, each]) => [name, changed.get(name) ?? each]),
    );
    return { ...schema, keywords: { ...schema.keywords, properties: merged } };
  }

  /** Whether exactly one option of a schema had to match, and widened options could now match too. */
  #isAmbiguous({ keywords }: ObjectSchema, direction: Direction | undefined): boolean {
    const { oneOf, discriminator } = keywords;
    if (
      oneOf === undefined ||
      findTag(oneOf, discriminator?.propertyName, this.#written.get) !== undefined
    ) {
      return false;
    }
    return allSchemas(oneOf, this.#written.get).some((schema) =>
      this.#isWidened(schema, direction),
    );
  }

  /** Whether the keywords of a schema itself accept more than as written. */
  #isWidened(schema: Schema, direction: Direction | undefined): boolean {
    if (schema.kind === "boolean") return false;
    const key = keyOf(schema.id, direction);
    const known = this.#widened.get(key);
    if (known !== undefined) return known;
    const isNegated = this.#survey.negated.has(keyOfPlace(schema.place));
    const widened = !isNegated && this.#reviseOwn(schema, direction) !== schema;
    this.#widened.set(key, widened);
    return widened;
  }
}

function keyOf(id: SchemaId, direction: Direction | undefined): string {
  return `${direction ?? ""} ${id}`;
}
