import { isNamed, type CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import { checksOfPart } from "../../checks/contradictions/parts.js";
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
  return new Walk(models, sender, isPossible).isAny(
    beside,
    [{ kind: "call", model: sender }],
    [{ kind: "call", model: receiver }],
    0,
  );
}

class Walk {
  readonly #models: CheckedModels;
  readonly #isPossible: (option: Checks) => boolean;
  readonly #called: Set<SchemaId>;

  constructor(models: CheckedModels, sender: SchemaId, isPossible: (option: Checks) => boolean) {
    this.#models = models;
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

  #isInside(checks: Checks, name: string, { sent, received, depth }: Level): boolean {
    const at = { kind: "property", name } as const;
    return this.isAny(
      checks,
      checksOfPart(sent, at, this.#models),
      checksOfPart(received, at, this.#models),
      depth + 1,
    );
  }

  /** Whether checks of several members interfere. */
  #isAmongOthers(checks: Checks, isMeant: (name: string) => boolean, level: Level): boolean {
    const { own, other, sent, received, depth } = level;
    const names = [...own.names, ...other.names].filter(isMeant);
    if (names.some((name) => isGained(name, level))) return true;
    if (!own.isMap && [...other.patterns].some((pattern) => !own.patterns.has(pattern))) {
      return true;
    }
    if (names.some((name) => this.#isInside(checks, name, level))) return true;
    const part = { kind: "others" } as const;
    return this.isAny(
      checks,
      checksOfPart(sent, part, this.#models),
      checksOfPart(received, part, this.#models),
      depth + 1,
    );
  }

  #isInItems(checks: Checks, { sent, received, depth }: Level): boolean {
    const part = { kind: "items" } as const;
    return this.isAny(
      checks,
      checksOfPart(sent, part, this.#models),
      checksOfPart(received, part, this.#models),
      depth + 1,
    );
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
