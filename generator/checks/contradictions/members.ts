import { matchesPattern } from "../../core/patterns/match.js";
import type { Check, CheckOf, Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import { evaluable, mayBeNamed } from "./evaluated.js";
import type { Reasoning } from "./reasoning.js";

/** The check of one keyword for a property or for an item. */
export type MemberCheck = CheckOf<
  "property" | "matching" | "additional" | "unevaluated" | "item" | "items"
>;

/** A keyword that applies to the properties that others do not name. */
export interface Rest {
  readonly check: CheckOf<"additional" | "unevaluated">;
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
}

/** The checks of the properties of an object. */
export class Members {
  readonly #required = new Map<string, Check>();
  readonly #reasoning: Reasoning;
  readonly #named = new Map<string, CheckOf<"property">[]>();
  readonly #dependents = new Map<string, CheckOf<"dependent">[]>();
  readonly #matching: CheckOf<"matching">[] = [];
  readonly #rest: Rest[] = [];
  readonly #names: CheckOf<"names">[] = [];

  /** @param checks The checks of an object. */
  constructor(checks: Checks, reasoning: Reasoning) {
    this.#reasoning = reasoning;
    this.add(checks);
  }

  add(checks: Checks): void {
    for (const check of checks) this.#addOne(check);
  }

  #addOne(check: Check): void {
    switch (check.kind) {
      case "required":
      case "switch":
        this.#require(check.name, check);
        break;
      case "property":
        if (check.required) this.#require(check.name, check);
        if (check.checks.length > 0) addTo(this.#named, check.name, check);
        break;
      case "dependent":
        addTo(this.#dependents, check.name, check);
        break;
      case "matching":
        this.#matching.push(check);
        break;
      case "additional": {
        const { names, patterns } = check;
        this.#rest.push({ check, names: new Set(names), patterns });
        break;
      }
      case "unevaluated":
        if (check.target === "properties") {
          const left = evaluable(check, this.#reasoning.models);
          if (!left.isAll) {
            this.#rest.push({ check, names: left.names, patterns: left.patterns });
          }
        }
        break;
      case "names":
        this.#names.push(check);
        break;
      default:
    }
  }

  #require(name: string, check: Check): void {
    if (!this.#required.has(name)) this.#required.set(name, check);
  }

  /** The checks that require properties, by name. */
  get required(): ReadonlyMap<string, Check> {
    return this.#required;
  }

  /** The names of the properties that any keyword names. */
  get names(): readonly string[] {
    const rest = this.#rest.flatMap((each) => [...each.names]);
    return [...new Set([...this.#required.keys(), ...this.#named.keys(), ...rest])];
  }

  /** The checks of properties whose names match patterns. */
  get matching(): readonly CheckOf<"matching">[] {
    return this.#matching;
  }

  /** The checks of the properties that others do not name. */
  get rest(): readonly Rest[] {
    return this.#rest;
  }

  /** The checks of all names. */
  get nameChecks(): readonly CheckOf<"names">[] {
    return this.#names;
  }

  /** The names of the properties that several keywords name. */
  get namedTwice(): readonly string[] {
    return [...this.#named].flatMap(([name, { length }]) => (length > 1 ? [name] : []));
  }

  /** The checks of the whole object that depend on a property. */
  dependentsOf(name: string): readonly CheckOf<"dependent">[] {
    return this.#dependents.get(name) ?? [];
  }

  /** The checks of each keyword for a property. */
  of(name: string): readonly MemberCheck[] {
    const matching = this.#matching.filter(({ pattern }) => matchesPattern(pattern, name));
    const rest = this.#rest.filter((each) => !mayBeNamed(name, each));
    return [...(this.#named.get(name) ?? []), ...matching, ...rest.map(({ check }) => check)];
  }

  /** The first keyword that does not allow the name of a property. */
  excludesName(name: string): CheckOf<"names"> | undefined {
    return this.#names.find(({ checks }) => this.#reasoning.accepts(checks, name) === false);
  }

  /**
   * The only possible names of properties, and the keyword that excludes all others; undefined, if
   * there may be any number.
   */
  onlyNames(): { readonly names: readonly string[]; readonly check: Check } | undefined {
    const closed = this.#rest
      .filter(({ patterns, check }) => patterns.length === 0 && this.#isForbidding(check.checks))
      .toSorted((left, right) => left.names.size - right.names.size)[0];
    return closed && { names: [...closed.names], check: closed.check };
  }

  #isForbidding(checks: Checks): boolean {
    return this.#reasoning.whyEmpty(checks) !== undefined;
  }
}

const known = new WeakMap<Conjunction, Members>();

/** The checks of the members of an object, found once. */
export function membersOf(all: Conjunction, reasoning: Reasoning): Members {
  let members = known.get(all);
  if (members === undefined) {
    members = new Members(all.of("object"), reasoning);
    known.set(all, members);
  }
  return members;
}

function addTo<Item>(map: Map<string, Item[]>, name: string, item: Item): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [item]);
  else list.push(item);
}
