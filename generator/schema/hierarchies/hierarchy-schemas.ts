import type { Direction } from "../../core/direction.js";
import type { SchemaId } from "../../core/schema-id.js";
import { childrenOf, mapSchemas } from "../children.js";
import { revise, without } from "../policies/changes.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Differences, Schemas } from "../schemas.js";
import { directionOf, idInBases, unsentOf, wholeId } from "../scope.js";
import { assertions, type OptionKeyword } from "./structure.js";
import { appliesInPlace, noBases, type BaseScope, type BaseScopes } from "./base-scopes.js";

/**
 * The schemas of a document in which bases list the schemas that extend them. Inside a listed
 * schema, the base is read without its list, as a schema of its own.
 */
export class HierarchySchemas implements Schemas {
  readonly #written: Schemas;
  readonly #scopes: BaseScopes;
  /** The written schema and the scope of each schema that is read in a scope. */
  readonly #origins = new Map<SchemaId, { readonly id: SchemaId; readonly scope: BaseScope }>();
  readonly #read = new Map<SchemaId, Schema>();
  readonly #differences = new Map<Direction, Differences>();

  constructor(written: Schemas, scopes: BaseScopes) {
    this.#written = written;
    this.#scopes = scopes;
  }

  readonly at: Schemas["at"] = (place) => this.#readIn(this.#written.at(place), noBases);

  readonly get: Schemas["get"] = (id) => {
    const { id: written, scope } = this.#originOf(id);
    return this.#read.get(id) ?? this.#readIn(this.#written.get(written), scope);
  };

  readonly inDirection: Schemas["inDirection"] = (schema, direction, differences) => {
    this.#differences.set(direction, differences);
    const { id, scope } = this.#originOf(schema.id);
    const written = this.#written.inDirection(this.#written.get(id), direction, differences);
    return this.#readIn(written, scope);
  };

  readonly differs: Schemas["differs"] = (id, direction) =>
    this.#written.differs(this.#originOf(id).id, direction);

  #originOf(id: SchemaId): { readonly id: SchemaId; readonly scope: BaseScope } {
    return this.#origins.get(id) ?? { id, scope: noBases };
  }

  /** A schema as it is read in a scope, with all inside it. */
  #readIn(schema: Schema, around: BaseScope): Schema {
    const { id, scope } = this.#identify(schema.id, around);
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    const read =
      schema.kind === "boolean" ? schema : this.#readObject({ ...schema, id }, schema.id, scope);
    this.#read.set(id, read);
    return read;
  }

  #readObject(schema: ObjectSchema, written: SchemaId, scope: BaseScope): ObjectSchema {
    const whole = wholeId(written);
    const within = this.#scopes.inside(whole, scope);
    const left = this.#scopes.left(whole, within);
    const based =
      left.length === 0
        ? this.#asUnion(schema, whole)
        : left.reduce((rest, keyword) => this.#withoutList(rest, whole, keyword), schema);
    const inPlace = new Set(
      childrenOf(based).flatMap((child) => (appliesInPlace(child) ? [child.schema] : [])),
    );
    const inside = mapSchemas(based.keywords, (child) =>
      this.#readIn(child, inPlace.has(child) ? within : noBases),
    );
    const keywords = this.#withReferences(inside, within);
    return keywords === schema.keywords && schema.id === written ? schema : { ...based, keywords };
  }

  #withoutList(schema: ObjectSchema, id: SchemaId, keyword: OptionKeyword): ObjectSchema {
    const { revision, ...rest } = schema;
    const keywords = without(schema.keywords, new Set([keywordIn(schema, keyword)]));
    // Removing a list that the document does not have needs no note.
    if (revision !== undefined && revision.documented[keyword] === undefined) {
      return { ...rest, keywords };
    }
    const reason = this.#scopes.isNever(id, keyword)
      ? "by the policy `polymorphism: base`"
      : "which lists the schemas that extend it";
    return revise(schema, { keywords, note: `Read without its \`${keyword}\`, ${reason}.` });
  }

  /** Removes what the options that a schema lists say as well. */
  #asUnion(schema: ObjectSchema, whole: SchemaId): ObjectSchema {
    const complete = this.#scopes.complete(whole);
    if (complete === undefined) return schema;
    const listing = keywordIn(schema, complete);
    const said = assertions(schema.keywords).filter((name) => name !== listing);
    return { ...schema, keywords: without(schema.keywords, new Set(said)) };
  }

  #withReferences(keywords: ObjectSchema["keywords"], scope: BaseScope): ObjectSchema["keywords"] {
    if (scope.size === 0) return keywords;
    const { $ref, $dynamicRef } = keywords;
    return {
      ...keywords,
      ...($ref !== undefined && { $ref: this.#refer($ref, scope) }),
      ...($dynamicRef !== undefined && { $dynamicRef: this.#refer($dynamicRef, scope) }),
    };
  }

  #refer(id: SchemaId, scope: BaseScope): SchemaId {
    const direction = directionOf(id);
    const whole = this.#identify(wholeId(id), scope);
    if (direction === undefined || whole.scope.size === 0) return this.#identify(id, scope).id;
    const differs = this.#differences.get(direction)?.differs(whole.id) === true;
    return differs || unsentOf(id).length > 0 ? this.#identify(id, scope).id : whole.id;
  }

  /** The id of a schema in a scope, and the part of the scope that matters to it. */
  #identify(
    written: SchemaId,
    around: BaseScope,
  ): { readonly id: SchemaId; readonly scope: BaseScope } {
    const scope = this.#scopes.narrow(wholeId(written), around);
    if (scope.size === 0) return { id: written, scope };
    const id = idInBases(written, scope);
    this.#origins.set(id, { id: written, scope });
    return { id, scope };
  }
}

/**
 * The keyword by which a schema lists others, from the one in the document: it may differ in a
 * direction.
 */
function keywordIn({ keywords }: ObjectSchema, written: OptionKeyword): OptionKeyword {
  return keywords[written] === undefined ? "anyOf" : written;
}
