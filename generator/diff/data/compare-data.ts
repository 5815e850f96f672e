import { Reasoner } from "../../checks/contradictions/reasoner.js";
import type { Checks } from "../../checks/check.js";
import { valueAt } from "../../openapi/document.js";
import { keyOfPlace, type Place } from "../../core/place.js";
import type { Guard } from "../../validate/guard.js";
import type { ChangeDraft } from "../draft.js";
import type { Proof } from "../diff-result.js";
import type { Sides } from "../subject.js";
import type { BothModels } from "./both-models.js";
import type { Side } from "./components.js";
import { constructOf } from "./construct.js";
import { describeChange } from "./describe-change.js";
import { interferes } from "./interference.js";
import { findLeaves } from "./find-leaves.js";
import { findPayload, type PayloadSearch } from "./find-payload.js";
import type { Leaf } from "./leaf.js";
import { mayNarrow } from "./may-narrow.js";
import { narrowBy } from "./narrow.js";
import type { Subject } from "./subject.js";

/** Returns the guards of a subject in both documents. */
export type GuardsOf = (subject: Subject) => { readonly old: Guard; readonly new: Guard };

/** A change of data, with what is needed to find a payload. */
interface Found {
  readonly subject: Subject;
  readonly leaf: Leaf;
  /** Further requirements at the same place that may not be met. */
  readonly others: readonly Leaf[];
  readonly isContained: boolean;
}

/** For how many requirements of one place a payload is searched. */
const mostOfPlace = 4;

/** Compares the values that schemas of two documents accept. */
export class DataComparison {
  readonly #sides: Sides;
  readonly #models: BothModels;
  readonly #narrow: (sender: Checks, receiver: Checks) => Checks;
  /** Proofs about all values, by the document of the sender. */
  readonly #plain: Readonly<Record<Side, Reasoner>>;
  /** Proofs about the values that the sender describes. */
  readonly #narrowed: Readonly<Record<Side, Reasoner>>;

  constructor(sides: Sides, models: BothModels) {
    this.#sides = sides;
    this.#models = models;
    this.#narrow = narrowBy(models);
    const reasoner = (from: Side, narrow?: (left: Checks, right: Checks) => Checks): Reasoner =>
      new Reasoner(models, {
        isThorough: true,
        isContained: (left, right) => models.arePaired(left, right, from),
        isAffected: (sender, receiver, beside, { whyEmptyTogether }) =>
          interferes(
            {
              sender,
              receiver,
              beside,
              isPossible: (option) => whyEmptyTogether([option, beside]) === undefined,
            },
            models,
          ),
        ...(narrow !== undefined && { narrow }),
      });
    this.#plain = { old: reasoner("old"), new: reasoner("new") };
    this.#narrowed = { old: reasoner("old", this.#narrow), new: reasoner("new", this.#narrow) };
  }

  /**
   * Compares a schema of both documents.
   *
   * @returns The places at which they accept different values.
   */
  changesOf(subject: Subject): readonly Found[] {
    const { old, new: next } = subject;
    const isWrittenTheSame =
      old.schema !== undefined &&
      next.schema !== undefined &&
      this.#models.areWrittenTheSame(old.schema, next.schema);
    if (isWrittenTheSame && !mayNarrow(next.checks, this.#models)) return [];
    const from = senderOf(subject);
    const to = from === "old" ? "new" : "old";
    const forward = findLeaves(
      subject[from].checks,
      subject[to].checks,
      { sender: subject[from].place, receiver: subject[to].place },
      this.#plain[from],
    );
    const backward = findLeaves(
      subject[to].checks,
      subject[from].checks,
      { sender: subject[to].place, receiver: subject[from].place },
      this.#plain[to],
    );
    const known = new Map<string, Found>();
    for (const leaf of forward) {
      const key = keyOf(leaf, from);
      const other = known.get(key);
      const open = other?.isContained === false ? [other.leaf, ...other.others] : [];
      if (open.length >= mostOfPlace) continue;
      const sent = [...this.#narrow(leaf.sent, leaf.received), ...(leaf.also ?? [])];
      const isContained = this.#narrowed[from].implies(sent, [leaf.check]);
      // Of several requirements of one place, those that may not be met are kept.
      if (isContained && other !== undefined) continue;
      const [first = leaf, ...others] = isContained ? [] : [...open, leaf];
      known.set(key, { subject, leaf: first, others, isContained });
    }
    const found = [...known.values()];
    const turnedBack = new Set<string>();
    for (const leaf of backward) {
      const key = keyOf(leaf, to);
      if (known.has(key) || turnedBack.has(key)) continue;
      turnedBack.add(key);
      found.push({ subject, leaf: turned(leaf), others: [], isContained: true });
    }
    return withoutParts(found, (leaf) => this.#isDescribedTwice(leaf, from));
  }

  /** Whether there is a schema at the places of a leaf in both documents. */
  #isDescribedTwice({ sender, receiver }: Leaf, from: Side): boolean {
    const to = from === "old" ? "new" : "old";
    return (
      valueAt(sender, this.#sides[from].document) !== undefined &&
      valueAt(receiver, this.#sides[to].document) !== undefined
    );
  }

  /**
   * Returns what is known of a change.
   *
   * @param guardsOf The guards; undefined, if no payload is searched.
   */
  draftOf(
    { subject, leaf, others, isContained }: Found,
    guardsOf: GuardsOf | undefined,
  ): ChangeDraft {
    const from = senderOf(subject);
    const places =
      from === "old"
        ? { old: leaf.sender, new: leaf.receiver }
        : { old: leaf.receiver, new: leaf.sender };
    const { component, direction, operations } = subject;
    const draft = {
      ...(component !== undefined && { component }),
      pointer: pointerOf(subject, places),
      direction,
      operations,
      types: "compatible",
      subject: leaf.subject,
      message: describeChange(
        { ...places, subject: leaf.subject },
        { old: this.#sides.old.document, new: this.#sides.new.document },
      ),
      oldPlace: places.old,
      newPlace: places.new,
    } as const;
    if (isContained) return { ...draft, data: "compatible" };
    if (guardsOf === undefined) {
      return { ...draft, data: "unknown", construct: constructOf(leaf.check), tried: 0 };
    }
    const search = this.#payloadOf(subject, [leaf, ...others], guardsOf);
    if (search.payload === undefined) {
      return { ...draft, data: "unknown", construct: constructOf(leaf.check), tried: search.tried };
    }
    const proof: Proof = { ...subject.part, acceptedBy: from, ...search.payload };
    return { ...draft, data: "breaking", proof };
  }

  /** Searches a payload for one of the requirements of a place. */
  #payloadOf(subject: Subject, leaves: readonly Leaf[], guardsOf: GuardsOf): PayloadSearch {
    const from = senderOf(subject);
    const to = from === "old" ? "new" : "old";
    const guards = guardsOf(subject);
    let tried = 0;
    for (const leaf of leaves) {
      const search = findPayload(
        {
          leaf,
          sent: subject[from].checks,
          received: subject[to].checks,
          isSent: guards[from],
          isReceived: guards[to],
          narrow: this.#narrow,
        },
        this.#plain[from],
      );
      tried += search.tried;
      if (search.payload !== undefined) return { ...search, tried };
    }
    return { tried };
  }
}

/** Requests are sent by those who know the old document, responses by those who know the new one. */
function senderOf({ direction }: Pick<Subject, "direction">): Side {
  return direction === "request" ? "old" : "new";
}

/**
 * Leaves out what is a part of another change: that a property is described now, or no longer, if it is required
 * now, or no longer.
 */
function withoutParts(
  found: readonly Found[],
  isDescribedTwice: (leaf: Leaf) => boolean,
): readonly Found[] {
  const required = new Set(
    found.flatMap(({ leaf: { receiver, way, subject } }) =>
      receiver.pointer.endsWith("/required") && subject !== undefined
        ? [JSON.stringify([way, subject])]
        : [],
    ),
  );
  return found.filter(
    ({ leaf }) =>
      leaf.subject === undefined ||
      leaf.forbidden !== undefined ||
      !/\/properties\/[^/]*$/.test(leaf.receiver.pointer) ||
      isDescribedTwice(leaf) ||
      !required.has(JSON.stringify([leaf.way, leaf.subject])),
  );
}

/** Changes are told apart by their places and what they are about. */
function keyOf(leaf: Leaf, from: Side): string {
  const [old, next] = from === "old" ? [leaf.sender, leaf.receiver] : [leaf.receiver, leaf.sender];
  return `${keyOfPlace(old)} ${keyOfPlace(next)} ${leaf.subject ?? ""}`;
}

/** A leaf of the other direction, in terms of this one. */
function turned(leaf: Leaf): Leaf {
  return { ...leaf, sender: leaf.receiver, receiver: leaf.sender };
}

/** The place of a change, relative to its component, or in the document. */
function pointerOf(subject: Subject, places: { readonly old: Place; readonly new: Place }): string {
  const depthOf = (place: Place): number => place.pointer.split("/").length;
  const side = depthOf(places.new) >= depthOf(places.old) ? "new" : "old";
  const { pointer } = places[side];
  const base = subject[side].place.pointer;
  return subject.component === undefined ? pointer : pointer.slice(base.length);
}
