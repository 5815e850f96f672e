import type { SchemaId } from "../../core/schema-id.js";
import { childrenOf, referencesOf } from "../../schema/children.js";
import { inPlaceKeywords } from "../../schema/keywords/in-place.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import { findTag } from "../../schema/tags.js";

/** One of several schemas that apply to the same value. */
export interface Applied {
  readonly schema: ObjectSchema;
  /**
   * Whether a valid value may have to be valid under it; conditions and negations are not asserted.
   */
  readonly isAsserted: boolean;
  /** The option that it belongs to, for each list of exclusive options. */
  readonly choices: ReadonlyMap<string, number>;
}

/** Whether two schemas may apply to one value at once. */
export function areCompatible(left: Applied, right: Applied): boolean {
  for (const [list, index] of left.choices) {
    const other = right.choices.get(list);
    if (other !== undefined && other !== index) return false;
  }
  return true;
}

/** A schema as the only one that applies to a value. */
export function applied(schema: Schema): readonly Applied[] {
  return schema.kind === "boolean" ? [] : [{ schema, isAsserted: true, choices: new Map() }];
}

/**
 * Returns all schemas that may apply to a value to which some schemas apply: these, and the schemas
 * that they refer to or hold for the same value, always or in some cases.
 *
 * @param budget - How many schemas may be visited; it is reduced by each visit. Nested options can
 * be combined in exponentially many ways.
 * @returns undefined, if the budget is not enough.
 */
export function allApplied(
  start: readonly Applied[],
  get: (id: SchemaId) => Schema,
  budget: { left: number },
): readonly Applied[] | undefined {
  const found = new Map<string, Applied>();
  const pending = [...start].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const key = keyOfApplied(next);
    if (found.has(key)) continue;
    found.set(key, next);
    budget.left -= 1 + next.choices.size;
    if (budget.left < 0) return undefined;
    for (const inner of appliedBy(next, get).toReversed()) pending.push(inner);
  }
  return [...found.values()];
}

/** A key for a schema under its choices. */
export function keyOfApplied({ schema, isAsserted, choices }: Applied): string {
  if (isAsserted && choices.size === 0) return schema.id;
  return JSON.stringify([schema.id, isAsserted, [...choices].sort()]);
}

function appliedBy(around: Applied, get: (id: SchemaId) => Schema): readonly Applied[] {
  const { schema, isAsserted, choices } = around;
  if (!appliesOthers(schema)) return [];
  const found: Applied[] = [];
  const add = (inner: Schema, changes: Partial<Applied> = {}): void => {
    if (inner.kind === "object") found.push({ schema: inner, isAsserted, choices, ...changes });
  };
  for (const id of referencesOf(schema)) add(get(id));
  const lists = exclusiveLists(schema, get);
  for (const { schema: child, role } of childrenOf(schema)) {
    if (role.kind === "part") add(child);
    if (role.kind === "condition" && role.inPlace) {
      add(child, { isAsserted: isAsserted && role.isAsserted });
    }
    if (role.kind !== "option") continue;
    const list = lists.get(child);
    if (list === undefined) {
      add(child);
      continue;
    }
    const taken = choices.get(list);
    if (taken === undefined || taken === role.index) {
      add(child, { choices: new Map([...choices, [list, role.index]]) });
    }
  }
  return found;
}

/** Whether a keyword of a schema applies another schema to the same value. */
function appliesOthers({ keywords }: ObjectSchema): boolean {
  return Object.keys(keywords).some((name) => Object.hasOwn(inPlaceKeywords, name));
}

const exclusive = new WeakMap<ObjectSchema, ReadonlyMap<Schema, string>>();

/** The exclusive options of a schema, each with the list that contains it. */
function exclusiveLists(
  schema: ObjectSchema,
  get: (id: SchemaId) => Schema,
): ReadonlyMap<Schema, string> {
  const known = exclusive.get(schema) ?? findExclusiveLists(schema, get);
  exclusive.set(schema, known);
  return known;
}

function findExclusiveLists(
  { id, keywords }: ObjectSchema,
  get: (id: SchemaId) => Schema,
): ReadonlyMap<Schema, string> {
  const { oneOf = [], anyOf = [], then, else: otherwise, discriminator } = keywords;
  const lists = new Map(oneOf.map((option) => [option, `${id} oneOf`]));
  if (findTag(anyOf, discriminator?.propertyName, get) !== undefined) {
    for (const option of anyOf) lists.set(option, `${id} anyOf`);
  }
  for (const branch of [then, otherwise]) if (branch !== undefined) lists.set(branch, `${id} if`);
  return lists;
}
