import type { SchemaId } from "../../core/schema-id.js";
import { keyOfPlace } from "../../core/place.js";
import { childrenOf, referencesOf } from "../children.js";
import type { Schema } from "../schema.js";
import type { PlaceKey } from "./all-schemas.js";

/** Whether the values of the schema at a place must have a property. */
export type IsRequired = (place: PlaceKey, name: string) => boolean;

/** What is required of the values of a schema. */
interface Requirements {
  /** The properties that it and its parts name. */
  readonly names: ReadonlySet<string>;
  /** The schemas that it and its parts refer to, which require more. */
  readonly references: readonly SchemaId[];
  /** The requirements of the containing schema, if it is written inside a combination. */
  readonly around: Requirements | undefined;
}

/**
 * Finds the properties that values of each schema must have: those that it or the schemas that it
 * combines require, and those that the containing schema requires if it is written inside a
 * combination. What a referring schema requires does not count, because a schema may have other
 * uses.
 *
 * @param schemas - The schemas that no other schema contains, each after those that it refers to.
 */
export function findRequirements(schemas: readonly Schema[]): IsRequired {
  const found = new Map<PlaceKey, Requirements[]>();
  const referred = new ReferredRequirements();

  function visit(schema: Schema, around: Requirements | undefined): void {
    if (schema.kind === "boolean") return;
    const requirements: Requirements = { ...requirementsOf(schema), around };
    addTo(found, keyOfPlace(schema.place), requirements);
    for (const name of schema.keywords.properties?.keys() ?? []) referred.describe(name);
    for (const { schema: child, role } of childrenOf(schema)) {
      visit(child, role.kind === "part" || role.kind === "option" ? requirements : undefined);
    }
  }

  for (const schema of schemas) {
    const { names, references } = requirementsOf(schema);
    referred.add(schema.id, names, references);
    visit(schema, undefined);
  }

  function requires({ names, references, around }: Requirements, name: string): boolean {
    return (
      names.has(name) ||
      references.some((id) => referred.requires(id, name)) ||
      (around !== undefined && requires(around, name))
    );
  }

  return (place, name) => found.get(place)?.some((each) => requires(each, name)) === true;
}

function requirementsOf(schema: Schema): Pick<Requirements, "names" | "references"> {
  if (schema.kind === "boolean") return { names: new Set(), references: [] };
  const { required = [], allOf = [] } = schema.keywords;
  const parts = allOf.map(requirementsOf);
  return {
    names: new Set([...required, ...parts.flatMap(({ names }) => [...names])]),
    references: [...referencesOf(schema), ...parts.flatMap(({ references }) => references)],
  };
}

/** The requirements of schemas that others refer to. */
class ReferredRequirements {
  /** How many schemas were added before each. */
  readonly #ranks = new Map<SchemaId, number>();
  /** The schemas that name a property as required. */
  readonly #naming = new Map<string, SchemaId[]>();
  /** The schemas that refer to each. */
  readonly #referring = new Map<SchemaId, SchemaId[]>();
  /** The last schema that describes a property: later schemas are not looked up. */
  readonly #described = new Map<string, number>();
  readonly #requiring = new Map<string, ReadonlySet<SchemaId>>();

  /** Adds a schema, after those that it refers to. */
  add(id: SchemaId, names: ReadonlySet<string>, references: readonly SchemaId[]): void {
    this.#ranks.set(id, this.#ranks.size);
    for (const name of names) addTo(this.#naming, name, id);
    for (const referred of references) addTo(this.#referring, referred, id);
  }

  /** Records that the schema added last describes a property. */
  describe(name: string): void {
    this.#described.set(name, this.#ranks.size);
  }

  /** Whether a schema requires a property, itself or by reference. */
  requires(id: SchemaId, name: string): boolean {
    const known = this.#requiring.get(name) ?? this.#findRequiring(name);
    this.#requiring.set(name, known);
    return known.has(id);
  }

  #findRequiring(name: string): ReadonlySet<SchemaId> {
    const last = this.#described.get(name) ?? 0;
    const isAsked = (id: SchemaId): boolean => (this.#ranks.get(id) ?? 0) < last;
    const found = new Set(this.#naming.get(name)?.filter(isAsked));
    // The loop also visits what is added while it runs.
    for (const id of found) {
      for (const referring of this.#referring.get(id) ?? []) {
        if (isAsked(referring)) found.add(referring);
      }
    }
    return found;
  }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
