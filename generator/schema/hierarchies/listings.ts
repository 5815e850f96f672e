import type { SchemaId } from "../../core/schema-id.js";
import { strongComponents } from "../../core/strong-components.js";
import { appliedInPlace, referencesOf } from "../children.js";
import { reach } from "../reach.js";
import type { ObjectSchema, Schema } from "../schema.js";
import {
  aliased,
  assertions,
  behind,
  nullable,
  optionKeywords,
  writtenParts,
  type Lookup,
  type OptionKeyword,
} from "./structure.js";

/** A keyword by which a base lists schemas that extend it. */
export interface Listing {
  /** What identifies it in a run. */
  readonly key: ListingKey;
  readonly base: ObjectSchema;
  readonly keyword: OptionKeyword;
  /** The listed schemas: inside them, the base is read without the keyword. */
  readonly children: ReadonlySet<SchemaId>;
  /** Whether all listed schemas extend the base, so that the list says all that the base says. */
  readonly isComplete: boolean;
}

export type ListingKey = string;

/** Schemas that lead to each other for the same value, and the listings among them. */
export interface Cycle {
  readonly schemas: ReadonlyMap<SchemaId, Schema>;
  readonly listings: readonly Listing[];
}

export function keyOfListing(base: SchemaId, keyword: OptionKeyword): ListingKey {
  return `${base}/${keyword}`;
}

/** Finds the schemas that lead back to themselves for the same value. */
export function findCycles(targets: readonly Schema[], get: Lookup): readonly Cycle[] {
  const schemas = new Map(targets.map((target) => [target.id, target]));
  const leadingToThemselves = new Set<SchemaId>();
  const targetsOf = (id: SchemaId): readonly SchemaId[] =>
    appliedInPlace(schemas.get(id) ?? get(id), get).map((next) => {
      schemas.set(next.id, next);
      if (next.id === id) leadingToThemselves.add(id);
      return next.id;
    });
  return strongComponents([...schemas.keys()], targetsOf)
    .filter(([first = "", ...others]) => others.length > 0 || leadingToThemselves.has(first))
    .map((ids) => {
      const cycle = new Map(ids.map((id) => [id, schemas.get(id) ?? get(id)]));
      const extensions = findExtensions([...cycle.values()], get);
      const bases = [...cycle.values()].filter(
        (schema) => schema.kind === "object" && listsIn(schema, cycle),
      );
      // A hierarchy has few bases. A cycle with many is not examined, and stays an error.
      const isClear = bases.length * cycle.size <= mostSteps;
      return {
        schemas: cycle,
        listings: isClear
          ? bases.flatMap((schema) => listingsOf(schema, cycle, extensions, get))
          : [],
      };
    });
}

/** How many schemas are examined for the bases of one cycle. */
const mostSteps = 500_000;

/** Whether a schema lists others of a cycle. */
function listsIn({ keywords }: ObjectSchema, cycle: Cycle["schemas"]): boolean {
  return optionKeywords.some((keyword) => keywords[keyword]?.some(({ id }) => cycle.has(id)));
}

/** By the id of a schema: the schemas that apply it to all their values, `null` possibly excepted. */
type Extensions = ReadonlyMap<SchemaId, readonly Schema[]>;

function findExtensions(schemas: readonly Schema[], get: Lookup): Extensions {
  const found = new Map<SchemaId, Schema[]>();
  for (const schema of schemas) {
    if (schema.kind === "boolean") continue;
    const inner = nullable(schema);
    const parts = [
      ...referencesOf(schema).map(get),
      ...(schema.keywords.allOf ?? []),
      ...(inner === undefined ? [] : [inner]),
    ];
    for (const { id } of parts) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [schema]);
      else known.push(schema);
    }
  }
  return found;
}

function listingsOf(
  base: Schema,
  cycle: Cycle["schemas"],
  extensions: Extensions,
  get: Lookup,
): readonly Listing[] {
  if (base.kind === "boolean" || nullable(base) !== undefined) return [];
  return optionKeywords.flatMap((keyword) => {
    if (base.keywords[keyword]?.some(({ id }) => cycle.has(id)) !== true) return [];
    const key = keyOfListing(base.id, keyword);
    const listed = listedBy(base, keyword, cycle, get);
    const extending = reach([base], ({ id }) => extensions.get(id) ?? []);
    const children = new Set(extending.flatMap(({ id }) => (listed.has(id) ? [id] : [])));
    const options = base.keywords[keyword] ?? [];
    const isComplete = options.every((option) => isExtension(option, base, children, get));
    return [{ key, base, keyword, children, isComplete }];
  });
}

/** A listed schema, and whether it is listed where it is written. */
interface Listed {
  readonly schema: Schema;
  readonly isWritten: boolean;
}

/**
 * The schemas that are options of a base, or options of its options. A component that only refers
 * to another one lists that one; so does an option that refers to a schema and adds to it.
 */
function listedBy(
  base: ObjectSchema,
  keyword: OptionKeyword,
  cycle: Cycle["schemas"],
  get: Lookup,
): ReadonlySet<SchemaId> {
  const isBase = (schema: Schema): boolean =>
    writtenParts(behind(schema, get)).some(({ id }) => id === base.id);
  const listed = new Set<SchemaId>();
  const seen = new Set<SchemaId>([base.id]);
  const pending: Listed[] = [];
  const add = (schemas: readonly Schema[], isWritten: boolean): void => {
    for (const schema of schemas) {
      if (seen.has(schema.id) || !cycle.has(schema.id)) continue;
      seen.add(schema.id);
      pending.push({ schema, isWritten });
    }
  };
  add(base.keywords[keyword] ?? [], true);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { schema, isWritten } = next;
    const alias = aliased(schema, get);
    const inner = nullable(schema);
    if (alias !== undefined) {
      if (!isBase(alias)) add([alias], false);
      continue;
    }
    if (inner !== undefined) {
      add([inner], isWritten);
      continue;
    }
    const parts = writtenParts(schema);
    const referred = parts.flatMap(({ keywords: { $ref } }) =>
      $ref === undefined ? [] : [get($ref)],
    );
    const isOne = referred.length === 1 && parts.every(restrictsNothing);
    if (isOne && referred.some((target) => isBase(target) && isBlank(target, base, keyword, get))) {
      continue;
    }
    listed.add(schema.id);
    const extended = referred.filter((target) => cycle.has(target.id) && !isBase(target));
    if (extended.length === 1 && (isWritten || isOne)) add(extended, false);
    for (const { keywords } of parts) {
      for (const name of optionKeywords) add(keywords[name] ?? [], true);
    }
  }
  return listed;
}

/** Whether a listed schema says all that the base says besides its list. */
function isExtension(
  option: Schema,
  base: ObjectSchema,
  children: ReadonlySet<SchemaId>,
  get: Lookup,
): boolean {
  const reached = reach([option], (schema) =>
    schema.kind === "boolean" || schema.id === base.id
      ? []
      : [...referencesOf(schema).map(get), ...(schema.keywords.allOf ?? [])],
  );
  return reached.some(({ id }) => id === base.id) && reached.some(({ id }) => children.has(id));
}

/** Whether a schema says nothing itself, and only leads to others. */
function restrictsNothing({ keywords }: ObjectSchema): boolean {
  return assertions(keywords).every((name) => name === "$ref" || name === "allOf");
}

/** Whether a base says nothing besides listing others. */
function isBlank(schema: Schema, base: ObjectSchema, keyword: OptionKeyword, get: Lookup): boolean {
  return writtenParts(behind(schema, get)).every(({ id, keywords }) =>
    assertions(keywords).every((name) => name === "allOf" || (id === base.id && name === keyword)),
  );
}
