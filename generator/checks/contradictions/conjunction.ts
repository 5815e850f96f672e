import { jsonTypes, type JsonType, type SchemaType } from "../../core/json-type.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { CheckedModels } from "../accepts.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { caseOf, intersectTypes } from "../schema-types.js";
import { isMention } from "./mention.js";
import { isSameCheck, subjectOf } from "./same-check.js";

/** All checks that must hold together for one value, with what follows from them. */
export class Conjunction {
  /** The checks, with calls of guards and groups of checks expanded. */
  readonly flat: Checks;
  /** The same, with the checks that only tell which members a value may hold. */
  readonly whole: Checks;
  /** The checks of the type. */
  readonly typeChecks: readonly CheckOf<"types">[];
  /** The types that these allow; every type, if undefined. */
  readonly types: readonly SchemaType[] | undefined;
  /** The JSON types that these allow. */
  readonly jsonTypes: readonly JsonType[];
  /** The models whose guards the value passes. */
  readonly called: ReadonlySet<SchemaId>;
  /** Whether no call of a guard was left out because there are too many. */
  readonly isComplete: boolean;
  #cheapFirst: Checks | undefined;
  #ofType: Map<JsonType, Checks> | undefined;
  #bySubject: Map<JsonType | undefined, ReadonlyMap<string, readonly Check[]>> | undefined;

  /**
   * @param lists Each of these must hold.
   * @param isKnown Whether a model is left out, because its guard is known to accept the value.
   */
  constructor(
    lists: readonly Checks[],
    models: Pick<CheckedModels, "checksOf">,
    isKnown?: (model: SchemaId) => boolean,
  ) {
    const { flat, called, isComplete } = flatten(lists, models, isKnown);
    const mentions = flat.filter(isMention);
    this.whole = flat;
    this.flat = mentions.length === 0 ? flat : flat.filter((check) => !isMention(check));
    this.called = called;
    this.isComplete = isComplete;
    this.typeChecks = this.flat.filter((check) => check.kind === "types");
    let types: readonly SchemaType[] | undefined;
    for (const check of this.typeChecks) {
      types = types === undefined ? check.types : intersectTypes(types, check.types);
    }
    this.types = types;
    this.jsonTypes = types === undefined ? jsonTypes : jsonTypesOf(types);
  }

  /**
   * The checks, with those for one type split up, in the order in which they are likely to decide.
   */
  get cheapFirst(): Checks {
    this.#cheapFirst ??= cheapFirst(this.flat);
    return this.#cheapFirst;
  }

  /** Whether only listed values are possible. */
  get isListed(): boolean {
    return this.flat.some(({ kind }) => kind === "equals");
  }

  /** The checks of a value of one type, besides the type. */
  of(type: JsonType): Checks {
    this.#ofType ??= new Map();
    const known = this.#ofType.get(type);
    if (known !== undefined) return known;
    const found: Check[] = [];
    addChecksFor(type, this.flat, found);
    this.#ofType.set(type, found);
    return found;
  }

  /**
   * Whether a given check is among the checks.
   *
   * @param type The type, if only checks for one type are considered.
   */
  has(check: Check, type?: JsonType): boolean {
    this.#bySubject ??= new Map();
    let bySubject = this.#bySubject.get(type);
    if (bySubject === undefined) {
      bySubject = bySubjectOf(type === undefined ? this.flat : this.of(type));
      this.#bySubject.set(type, bySubject);
    }
    return bySubject.get(subjectOf(check))?.some((each) => isSameCheck(each, check)) === true;
  }
}

function bySubjectOf(checks: Checks): ReadonlyMap<string, readonly Check[]> {
  const found = new Map<string, Check[]>();
  for (const check of checks) {
    const subject = subjectOf(check);
    const known = found.get(subject);
    if (known === undefined) found.set(subject, [check]);
    else known.push(check);
  }
  return found;
}

function jsonTypesOf(types: readonly SchemaType[]): readonly JsonType[] {
  const [only, ...others] = types;
  if (only !== undefined && others.length === 0) return [caseOf(only)];
  const found = new Set(types.map(caseOf));
  return jsonTypes.filter((type) => found.has(type));
}

function addChecksFor(type: JsonType, checks: Checks, found: Check[]): void {
  for (const check of checks) {
    if (check.kind === "when") {
      if (check.type === type) addChecksFor(type, check.checks, found);
    } else if (check.kind !== "types") {
      found.push(check);
    }
  }
}

function cheapFirst(flat: Checks): Checks {
  const cheap: Check[] = [];
  const others: Check[] = [];
  for (const check of flat) {
    for (const inner of check.kind === "when" ? check.checks : [check]) {
      const asked =
        check.kind === "when" ? { kind: check.kind, type: check.type, checks: [inner] } : inner;
      (isCheap(inner) ? cheap : others).push(asked);
    }
  }
  return [...cheap, ...others];
}

function isCheap(check: Check): boolean {
  switch (check.kind) {
    case "types":
    case "equals":
    case "bound":
    case "size":
    case "required":
    case "format":
    case "pattern":
      return true;
    case "property":
      // Most options differ in the value of a property.
      return check.checks.some(({ kind }) => kind === "equals");
    default:
      return false;
  }
}

/**
 * How many models are followed that the checks do not call directly. Without a limit, chains of
 * models that extend each other would be followed from each of them.
 */
const maxCalls = 25;

/**
 * Flattens checks that must hold together: calls of guards are replaced by the checks of these,
 * `cases` by `types` and `when`, and an only option by its checks. Calls beyond a limit are left
 * out.
 */
function flatten(
  lists: readonly Checks[],
  { checksOf }: Pick<CheckedModels, "checksOf">,
  isKnown: ((model: SchemaId) => boolean) | undefined,
): Pick<Conjunction, "flat" | "called" | "isComplete"> {
  const called = new Set<SchemaId>();
  let isComplete = true;
  const flat: Check[] = [];
  const pending = [...lists];
  for (const [index, list] of pending.entries()) {
    for (const check of list) {
      if (check.kind === "call") {
        if (called.has(check.model) || isKnown?.(check.model) === true) continue;
        if (index >= lists.length && called.size >= maxCalls) {
          isComplete = false;
          continue;
        }
        called.add(check.model);
        pending.push(checksOf(check.model));
      } else if (check.kind === "cases") {
        const { types, cases, ...place } = check;
        if (types !== undefined) flat.push({ ...place, kind: "types", types });
        for (const [type, checks] of cases) flat.push({ ...place, kind: "when", type, checks });
      } else if ((check.kind === "any" || check.kind === "one") && check.branches.length === 1) {
        pending.push(...check.branches);
      } else {
        flat.push(check);
      }
    }
  }
  return { flat, called, isComplete };
}
