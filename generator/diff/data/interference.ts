import { isNamed, type CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import { checksOfPart, type Part } from "../../checks/contradictions/parts.js";
import { areSameChecks } from "../../checks/contradictions/same-check.js";
import { matchesPattern } from "../../core/patterns/match.js";
import type { SchemaId } from "../../core/schema-id.js";
import { describedBy, isDescribing, mayDescribe, type Described } from "./described.js";

/** How deeply values are examined. Beyond, checks count as ones that interfere. */
const deepest = 8;

/** Models that are compared, and what else the value has to pass. */
export interface Interference {
  readonly sender: SchemaId;
  readonly receiver: SchemaId;
  /** The checks of the value, those of the sender among them. */
  readonly beside: Checks;
  /** Whether an option can be chosen. */
  readonly isPossible: (option: Checks) => boolean;
}

/**
 * Whether checks describe members that the model of a receiver describes, and that of a sender does not. Such
 * members are not sent where the models are compared on their own, but they are where the checks apply.
 */
export function interferes(
  { sender, receiver, beside, isPossible }: Interference,
  models: CheckedModels,
): boolean {
  const [only, ...others] = beside;
  if (others.length === 0 && only?.kind === "call" && only.model === sender) return false;
  const parts = partsIn(models);
  return new Walk(models, sender, isPossible).isAny(
    beside,
    parts.ofModel(sender),
    parts.ofModel(receiver),
    0,
  );
}

/** The checks of parts of values, found once. */
class Parts {
  readonly #models: CheckedModels;
  readonly #calls = new Map<SchemaId, Checks>();
  readonly #known = new WeakMap<Checks, Map<string, Checks>>();

  constructor(models: CheckedModels) {
    this.#models = models;
  }

  ofModel(model: SchemaId): Checks {
    const known = this.#calls.get(model) ?? [{ kind: "call", model }];
    this.#calls.set(model, known);
    return known;
  }

  of(checks: Checks, part: Part): Checks {
    const ofChecks = this.#known.get(checks) ?? new Map<string, Checks>();
    this.#known.set(checks, ofChecks);
    const key = part.kind === "property" ? `property ${part.name}` : part.kind;
    const found = ofChecks.get(key) ?? checksOfPart(checks, part, this.#models);
    ofChecks.set(key, found);
    return found;
  }
}

const knownParts = new WeakMap<CheckedModels, Parts>();

function partsIn(models: CheckedModels): Parts {
  const parts = knownParts.get(models) ?? new Parts(models);
  knownParts.set(models, parts);
  return parts;
}

class Walk {
  readonly #models: CheckedModels;
  readonly #parts: Parts;
  readonly #isPossible: (option: Checks) => boolean;
  readonly #called: Set<SchemaId>;

  constructor(models: CheckedModels, sender: SchemaId, isPossible: (option: Checks) => boolean) {
    this.#models = models;
    this.#parts = partsIn(models);
    this.#isPossible = isPossible;
    this.#called = new Set([sender]);
  }

  /**
   * Whether any of some checks interferes.
   *
   * @param sent The checks of the sender for the same value by itself.
   * @param received Those of the receiver.
   */
  isAny(checks: Checks, sent: Checks, received: Checks, depth: number): boolean {
    if (checks.length === 0 || received.length === 0) return false;
    if (areSameChecks(sent, received, (left, right) => left === right)) return false;
    if (depth > deepest) return true;
    const level: Level = {
      sent,
      received,
      depth,
      own: describedBy(sent, this.#models),
      other: describedBy(received, this.#models),
    };
    return checks.some((check) => this.#isOne(check, level));
  }

  #isOne(check: Check, level: Level): boolean {
    const all = (checks: Checks): boolean => checks.some((each) => this.#isOne(each, level));
    switch (check.kind) {
      case "call":
        // On the way into a value, a model may be met again.
        if (level.depth === 0 && this.#called.has(check.model)) return false;
        if (level.depth === 0) this.#called.add(check.model);
        else if (level.depth >= deepest) return true;
        return this.isAny(
          this.#models.checksOf(check.model),
          level.sent,
          level.received,
          level.depth === 0 ? 0 : level.depth + 1,
        );
      case "when":
        return all(check.checks);
      case "cases":
        return [...check.cases.values()].some(all);
      case "any":
      case "one":
      case "switch":
        return (
          (check.kind === "switch" && isGained(check.name, level)) ||
          optionsOfCheck(check).some(
            (option) => all(option) && (level.depth > 0 || this.#isPossible(option)),
          )
        );
      case "not":
        return all(check.checks);
      case "conditional":
        return [check.condition, check.then, check.otherwise].some(all);
      case "dependent":
        return isGained(check.name, level) || all(check.checks);
      case "required":
        return isGained(check.name, level);
      case "property":
        return isGained(check.name, level) || this.#isInside(check.checks, check.name, level);
      case "matching": {
        const isMatched = (name: string): boolean => matchesPattern(check.pattern, name) !== false;
        return this.#isAmongOthers(check.checks, isMatched, level);
      }
      case "additional":
        return (
          check.names.some((name) => isGained(name, level)) ||
          (isDescribing(check.checks) &&
            this.#isAmongOthers(
              check.checks,
              (name) => isNamed(name, check.names, check.patterns) !== true,
              level,
            ))
        );
      case "unevaluated":
        return check.target === "items"
          ? this.#isInItems(check.checks, level)
          : isDescribing(check.checks) && this.#isAmongOthers(check.checks, () => true, level);
      case "item":
      case "items":
      case "contains":
        return this.#isInItems(check.checks, level);
      default:
        return false;
    }
  }

  #isInside(checks: Checks, name: string, level: Level): boolean {
    return this.#isInPart(checks, { kind: "property", name }, level);
  }

  #isInPart(checks: Checks, part: Part, { sent, received, depth }: Level): boolean {
    const asked = this.#parts.of(received, part);
    return asked.length > 0 && this.isAny(checks, this.#parts.of(sent, part), asked, depth + 1);
  }

  /** Whether checks of several members interfere. */
  #isAmongOthers(checks: Checks, isMeant: (name: string) => boolean, level: Level): boolean {
    const { own, other } = level;
    const names = [...own.names, ...other.names].filter(isMeant);
    if (names.some((name) => isGained(name, level))) return true;
    if (!own.isMap && [...other.patterns].some((pattern) => !own.patterns.has(pattern))) {
      return true;
    }
    return (
      names.some((name) => this.#isInside(checks, name, level)) ||
      this.#isInPart(checks, { kind: "others" }, level)
    );
  }

  #isInItems(checks: Checks, level: Level): boolean {
    return this.#isInPart(checks, { kind: "items" }, level);
  }
}

interface Level {
  readonly sent: Checks;
  readonly received: Checks;
  readonly depth: number;
  readonly own: Described;
  readonly other: Described;
}

/** Whether only the receiver describes a member. */
function isGained(name: string, { own, other }: Level): boolean {
  return !mayDescribe(own, name) && mayDescribe({ ...other, isMap: false }, name);
}
