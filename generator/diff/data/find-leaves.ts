import type { Check, CheckOf, Checks } from "../../checks/check.js";
import { Conjunction } from "../../checks/contradictions/conjunction.js";
import { Items } from "../../checks/contradictions/items.js";
import { sizeLimits } from "../../checks/contradictions/limits.js";
import { isMention, mentioning } from "../../checks/contradictions/mention.js";
import { optionalChecksOf, type Part } from "../../checks/contradictions/parts.js";
import { membersOf } from "../../checks/contradictions/members.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import { isNamed } from "../../checks/accepts.js";
import type { JsonType } from "../../core/json-type.js";
import { below, type Place } from "../../core/place.js";
import type { Leaf, Spot, Step } from "./leaf.js";
import { isChoice, type Choice } from "./choice.js";
import { counterpart, placeIn, placeOfCheck, placeOfKnown, placeOfMember } from "./leaf-places.js";
import { mayAlsoPass, sufficientOptions } from "./overlaps.js";
import { freshName } from "./violations.js";
import { areOfOneModel, partnerOf } from "./partner.js";
import {
  placedOptions,
  sentOptions,
  splitOptions,
  takeApart,
  type Option,
} from "./sent-options.js";

/** How deeply values are compared. */
const deepest = 60;

/** How many requirements are listed for one comparison. */
const most = 200;

/** The places of the components that are compared; what is elsewhere has the place of what refers to it. */
export interface Bases {
  readonly sender: Place;
  readonly receiver: Place;
}

/**
 * Finds the requirements of a receiver that a sender may not meet, each at the innermost value where that is so.
 * An empty list is a proof that the receiver accepts all that is sent.
 *
 * @param sent The checks of the sender.
 * @param received The checks of the receiver.
 * @param bases The places of both schemas.
 */
export function findLeaves(
  sent: Checks,
  received: Checks,
  bases: Bases,
  reasoning: Reasoning,
): readonly Leaf[] {
  return new Search(bases, reasoning).between(sent, received, { ...bases, way: [] });
}

class Search {
  readonly #bases: Bases;
  readonly #reasoning: Reasoning;
  /** The pairs of models that are being compared further out: they fit if everything else does. */
  readonly #assumed = new Map<string, number>();
  #found = 0;

  constructor(bases: Bases, reasoning: Reasoning) {
    this.#bases = bases;
    this.#reasoning = reasoning;
  }

  between(sent: Checks, received: Checks, spot: Spot): readonly Leaf[] {
    const reasoning = this.#reasoning;
    if (received.length === 0 || this.#found >= most) return [];
    const pair = callPair(sent, received);
    // Other members may be described further in, so models are compared a second time inside each other.
    if (pair !== undefined && (this.#assumed.get(pair) ?? 0) >= 2) return [];
    if (reasoning.implies(sent, received)) return [];
    if (reasoning.whyEmpty(sent) !== undefined) return [];
    const premise = reasoning.conjunction(sent);
    const called = [...premise.called];
    const wanted = new Conjunction([received], reasoning.models, (model) =>
      called.some((known) => reasoning.isContained(known, model, sent)),
    );
    const assumed = pair === undefined ? 0 : (this.#assumed.get(pair) ?? 0);
    if (pair !== undefined) this.#assumed.set(pair, assumed + 1);
    const found: Leaf[] = [];
    for (const check of wanted.cheapFirst) {
      if (reasoning.implies(sent, [check])) continue;
      const level: Level = { sent, received, premise, spot };
      found.push(...this.#inCheck(check, level));
    }
    if (pair !== undefined) this.#assumed.set(pair, assumed);
    if (!wanted.isComplete)
      found.push(
        this.#leaf({ kind: "any", branches: [received] }, { sent, received, premise, spot }),
      );
    return found;
  }

  #inCheck(check: Check, level: Level): readonly Leaf[] {
    if (check.kind === "when") {
      return check.checks.flatMap((inner) => this.#inTyped(check, inner, level));
    }
    return isChoice(check) ? this.#inOptions(check, level, check) : [this.#leaf(check, level)];
  }

  #inTyped(when: CheckOf<"when">, check: Check, level: Level): readonly Leaf[] {
    const whole: Check = { ...when, checks: [check] };
    const isDeep = level.spot.way.length >= deepest;
    if (!isDeep) {
      switch (check.kind) {
        case "property":
          return this.#inProperty(check, whole, level);
        case "additional":
          return this.#inAdditional(check, whole, level);
        case "item":
        case "items":
          return this.#inItems(check, whole, level);
        case "any":
        case "one":
        case "switch":
          return this.#inOptions(check, level, whole, when.type);
        default:
      }
    }
    return [this.#leaf(whole, level, "name" in check ? { subject: check.name } : {})];
  }

  #inProperty(check: CheckOf<"property">, whole: Check, level: Level): readonly Leaf[] {
    const { name, at } = check;
    const members = membersOf(level.premise, this.#reasoning);
    const known = members.of(name);
    const spot = this.#inside(
      level.spot,
      { kind: "property", name },
      {
        sender: placeOfKnown(known, name),
        receiver: placeOfMember(at, name),
      },
    );
    const sent = known.flatMap(({ checks }) => checks);
    if (sent.length === 0) {
      return [
        {
          ...this.#leaf(whole, level, { subject: name }),
          sender: spot.sender,
          receiver: spot.receiver,
        },
      ];
    }
    const mention = this.#mentionOf({ kind: "property", name }, level);
    return this.between([...sent, ...mention], check.checks, spot);
  }

  #inAdditional(check: CheckOf<"additional">, whole: Check, level: Level): readonly Leaf[] {
    const members = membersOf(level.premise, this.#reasoning);
    const { names, patterns, checks, at } = check;
    const found: Leaf[] = [];
    const left = members.names.filter((name) => isNamed(name, names, patterns) !== true);
    const isForbidding = checks.some(({ kind }) => kind === "never");
    for (const name of left) {
      const known = members.of(name);
      const sent = known.flatMap((each) => each.checks);
      if (this.#reasoning.whyEmpty(sent) !== undefined) continue;
      const spot = this.#inside(
        level.spot,
        { kind: "property", name },
        {
          sender: placeOfMember(known.find(({ kind }) => kind === "property")?.at, name),
          receiver: at,
        },
      );
      if (isForbidding) {
        found.push({
          ...this.#leaf(whole, level, { subject: name }),
          sender: spot.sender,
          receiver: spot.receiver,
          forbidden: name,
        });
      } else {
        const mention = this.#mentionOf({ kind: "property", name }, level);
        found.push(...this.between([...sent, ...mention], checks, spot));
      }
    }
    const rest = members.rest.flatMap((each) => each.check.checks);
    const isOpen = members.rest.length === 0;
    if (isOpen || isForbidding || members.matching.length > 0) {
      const closed = this.#reasoning.whyEmpty(rest) !== undefined;
      if (isOpen || !closed || found.length === 0) found.push(this.#leaf(whole, level));
      return found;
    }
    const [first] = members.rest;
    const spot = this.#inside(
      level.spot,
      { kind: "property", name: freshName },
      {
        sender: first?.check.at,
        receiver: at,
      },
    );
    const mention = this.#mentionOf({ kind: "others" }, level);
    return [...found, ...this.between([...rest, ...mention], checks, spot)];
  }

  #inItems(check: CheckOf<"item" | "items">, whole: Check, level: Level): readonly Leaf[] {
    const own = level.premise.of("array");
    const items = new Items(own, this.#reasoning);
    const longest = sizeLimits(own).most?.limit ?? Infinity;
    const indexes =
      check.kind === "item"
        ? [check.index]
        : [check.from, ...items.distinctIndexes(Math.min(longest, Number.MAX_SAFE_INTEGER))].filter(
            (index) => index >= check.from && index < longest,
          );
    return [...new Set(indexes)].flatMap((index): readonly Leaf[] => {
      const known = items.at(index);
      const sent = known.flatMap((each) => each.checks);
      if (sent.length === 0) return [this.#leaf(whole, level)];
      const [first] = known;
      const spot = this.#inside(
        level.spot,
        { kind: "item", index },
        {
          sender:
            first?.kind === "item" && first.at !== undefined ? below(first.at, index) : first?.at,
          receiver:
            check.kind === "item" && check.at !== undefined
              ? below(check.at, check.index)
              : check.at,
        },
      );
      const mention = this.#mentionOf({ kind: "items" }, level);
      return this.between([...sent, ...mention], check.checks, spot);
    });
  }

  /** Compares each option of the sender with its counterpart. */
  #inOptions(choice: Choice, level: Level, whole: Check, type?: JsonType): readonly Leaf[] {
    const reasoning = this.#reasoning;
    const { spot } = level;
    const received = placedOptions(choice);
    const sent = takeApart(sentOptions(level.premise, level.sent, type), received, reasoning);
    const options =
      choice.kind === "one"
        ? received
        : splitOptions(received, sent.options, sufficientOptions, reasoning);
    const isAligned = sent.options.length === options.length;
    const partners = sent.options.map(({ checks }, index) =>
      partnerOf(
        checks,
        options.map((option) => option.checks),
        { index, isAligned },
        reasoning,
      ),
    );
    const found: Leaf[] = [];
    for (const [index, option] of sent.options.entries()) {
      const { own } = sent;
      if (reasoning.whyEmptyTogether([option.checks], own) !== undefined) continue;
      const checks = [...own, ...option.checks, ...sent.mention];
      const at = partners[index] ?? this.#containing(checks, options);
      const partner = at === undefined ? undefined : options[at];
      const sender = placeIn(option.at, this.#bases.sender) ?? spot.sender;
      const fail = (): Leaf => ({
        ...this.#leaf(whole, { ...level, sent: checks }),
        ...(sent.options.length > 1 && { sender }),
      });
      let inner: readonly Leaf[] = [];
      if (partner === undefined || spot.way.length >= deepest) {
        if (!reasoning.implies(checks, [whole])) {
          found.push(fail());
        }
        continue;
      }
      if (!areOfOneModel(option.checks, partner.checks, reasoning, checks)) {
        if (choice.kind !== "one" && reasoning.implies(checks, [whole])) continue;
        const receiver = placeIn(partner.at, this.#bases.receiver) ?? spot.receiver;
        inner = this.between(checks, partner.checks, { way: spot.way, sender, receiver });
      }
      found.push(...inner);
      if (inner.length > 0 || choice.kind !== "one") continue;
      // Exactly one option may match.
      options.some((other, position) => {
        if (position === at) return false;
        const counterpart = sent.isExclusive
          ? sent.options.find((_each, number) => number !== index && partners[number] === position)
          : undefined;
        if (!mayAlsoPass(checks, other.checks, counterpart?.checks, reasoning)) return false;
        found.push({
          ...this.#leaf(whole, { ...level, sent: checks }),
          also: other.checks,
          ...(counterpart !== undefined && { excluded: counterpart.checks }),
        });
        return true;
      });
    }
    return found;
  }

  /** The first option that accepts all values. */
  #containing(checks: Checks, options: readonly Option[]): number | undefined {
    const at = options.findIndex((option) => this.#reasoning.implies(checks, option.checks));
    return at < 0 ? undefined : at;
  }

  /** Tells of the members of a part that only some options or conditions describe. */
  #mentionOf(part: Part, { premise }: Level): Checks {
    return mentioning(optionalChecksOf(premise, part, this.#reasoning));
  }

  #leaf(check: Check, level: Level, more: Pick<Leaf, "subject"> = {}): Leaf {
    this.#found += 1;
    const { spot, sent, received } = level;
    const at = placeOfCheck(check);
    const own = placeIn(at, this.#bases.receiver);
    const receiver = own ?? spot.receiver;
    return {
      ...spot,
      sender: counterpart(receiver, spot),
      receiver,
      sent,
      received,
      check,
      // What is inside another component is not told apart here.
      ...((own ?? at) === own && more),
    };
  }

  #inside(
    spot: Spot,
    step: Step,
    places: { readonly sender: Place | undefined; readonly receiver: Place | undefined },
  ): Spot {
    const receiver = placeIn(places.receiver, this.#bases.receiver) ?? spot.receiver;
    return {
      way: [...spot.way, step],
      sender: placeIn(places.sender, this.#bases.sender) ?? counterpart(receiver, spot),
      receiver,
    };
  }
}

/** The checks of a value on both sides. */
interface Level {
  readonly sent: Checks;
  readonly received: Checks;
  readonly premise: Conjunction;
  readonly spot: Spot;
}

/** The models that are called on both sides, if nothing else is checked there. */
function callPair(sent: Checks, received: Checks): string | undefined {
  const [left, ...others] = sent.filter((check) => !isMention(check));
  const [right, ...further] = received;
  if (left?.kind !== "call" || right?.kind !== "call" || others.length + further.length > 0) {
    return undefined;
  }
  return `${left.model} ${right.model}`;
}
