import type { SchemaId } from "../../core/schema-id.js";
import { childrenOf, referencesOf } from "../children.js";
import type { Child } from "../keywords/keyword.js";
import { keyOfListing, type Cycle, type Listing, type ListingKey } from "./listings.js";
import { optionKeywords, type OptionKeyword } from "./structure.js";

/**
 * The listings that are ignored where a schema is reached, because it is read inside a schema that
 * they list.
 */
export type BaseScope = ReadonlySet<ListingKey>;

export const noBases: BaseScope = new Set();

/** Keeps track of the bases inside of which a schema is reached. */
export class BaseScopes {
  readonly #cycles = new Map<SchemaId, Cycle>();
  readonly #bases = new Map<SchemaId, ListingKey[]>();
  readonly #complete = new Map<SchemaId, OptionKeyword>();
  readonly #never = new Set<ListingKey>();
  /** The listings of each cycle that have an effect somewhere. */
  readonly #keys = new Map<Cycle, ListingKey[]>();
  readonly #narrowed = new Map<string, BaseScope>();

  /**
   * @param isBase - Whether a base is read without what it lists everywhere.
   */
  constructor(cycles: readonly Cycle[], isBase: (listing: Listing) => boolean) {
    for (const cycle of cycles) {
      for (const id of cycle.schemas.keys()) this.#cycles.set(id, cycle);
      for (const listing of cycle.listings) {
        if (isBase(listing)) {
          this.#never.add(listing.key);
          continue;
        }
        this.#keys.set(cycle, [...(this.#keys.get(cycle) ?? []), listing.key]);
        if (listing.isComplete) this.#complete.set(listing.base.id, listing.keyword);
        for (const child of listing.children) {
          this.#bases.set(child, [...(this.#bases.get(child) ?? []), listing.key]);
        }
      }
    }
  }

  /** The keyword by which a schema lists others, if it is ignored in a scope. */
  left(id: SchemaId, scope: BaseScope): readonly OptionKeyword[] {
    return optionKeywords.filter((keyword) => {
      const key = keyOfListing(id, keyword);
      return scope.has(key) || this.#never.has(key);
    });
  }

  /** The keyword by which a schema lists others that all include what the schema says itself. */
  complete(id: SchemaId): OptionKeyword | undefined {
    const keyword = this.#complete.get(id);
    if (keyword === undefined) return undefined;
    // A base that is read without several lists does not say all that it says as written.
    const cycle = this.#cycles.get(id);
    const lists = this.narrow(id, new Set(cycle && this.#keys.get(cycle)));
    return lists.size === 1 ? keyword : undefined;
  }

  /** Whether a schema never lists others by a keyword. */
  isNever(id: SchemaId, keyword: OptionKeyword): boolean {
    return this.#never.has(keyOfListing(id, keyword));
  }

  /** The scope inside a schema, for the same value. */
  inside(id: SchemaId, scope: BaseScope): BaseScope {
    const own = this.#bases.get(id);
    return own === undefined ? scope : new Set([...scope, ...own]);
  }

  /** The part of a scope that changes a schema: the listings that it leads to. */
  narrow(id: SchemaId, scope: BaseScope): BaseScope {
    if (scope.size === 0 || !this.#cycles.has(id)) return noBases;
    const key = [id, ...[...scope].sort()].join(" ");
    const known = this.#narrowed.get(key);
    if (known !== undefined) return known;
    const narrowed = this.#narrow(id, scope);
    this.#narrowed.set(key, narrowed);
    return narrowed;
  }

  #narrow(start: SchemaId, scope: BaseScope): BaseScope {
    const found = new Set<ListingKey>();
    const seen = new Set<string>();
    /**
     * Schemas with the scope in which each is reached, and the part of it that was there from the
     * start.
     */
    const pending = [{ id: start, around: scope, given: scope }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { id } = next;
      const own = new Set(this.#bases.get(id));
      const around = this.inside(id, next.around);
      const left = this.left(id, around);
      const given = new Set([...next.given].filter((key) => !own.has(key) && !found.has(key)));
      for (const keyword of left) {
        const key = keyOfListing(id, keyword);
        if (given.delete(key)) found.add(key);
      }
      const step = [id, ...[...given].sort()].join(" ");
      if (given.size === 0 || seen.has(step)) continue;
      seen.add(step);
      for (const target of this.#stepsFrom(id, left)) pending.push({ id: target, around, given });
    }
    return found;
  }

  #stepsFrom(id: SchemaId, left: readonly OptionKeyword[]): readonly SchemaId[] {
    const cycle = this.#cycles.get(id);
    const schema = cycle?.schemas.get(id);
    if (cycle === undefined || schema?.kind !== "object") return [];
    const dropped = left.flatMap((keyword) => schema.keywords[keyword] ?? []);
    const inside = childrenOf(schema)
      .filter((child) => appliesInPlace(child) && !dropped.includes(child.schema))
      .map((child) => child.schema.id);
    return [...referencesOf(schema), ...inside].filter((target) => cycle.schemas.has(target));
  }
}

/** Whether a schema inside another one applies to the same value, always or for some values. */
export function appliesInPlace({ role }: Child): boolean {
  return role.kind === "part" || role.kind === "option";
}
