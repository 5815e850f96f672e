import type { Check } from "../../checks/check.js";
import type { MemberCheck } from "../../checks/contradictions/members.js";
import { below, type Place } from "../../core/place.js";
import type { Spot } from "./leaf.js";

/** The place, if it is in the schema that is compared. */
export function placeIn(place: Place | undefined, base: Place): Place | undefined {
  const isInside =
    place?.uri === base.uri &&
    (place.pointer === base.pointer || place.pointer.startsWith(`${base.pointer}/`));
  return isInside ? place : undefined;
}

/** Where the sender would have what the receiver has at a place. */
export function counterpart(place: Place, { sender, receiver }: Spot): Place {
  const isInside = place.pointer.startsWith(`${receiver.pointer}/`);
  return isInside
    ? { uri: sender.uri, pointer: sender.pointer + place.pointer.slice(receiver.pointer.length) }
    : sender;
}

/** Where a check is written. */
export function placeOfCheck(check: Check): Place | undefined {
  return check.at ?? (check.kind === "when" ? check.checks[0]?.at : undefined);
}

/** Where a member is described: by its name, or among others. */
export function placeOfKnown(known: readonly MemberCheck[], name: string): Place | undefined {
  const own = known.find(({ kind }) => kind === "property");
  if (own !== undefined) return placeOfMember(own.at, name);
  const [first] = known;
  return first?.kind === "matching" ? placeOfMember(first.at, first.pattern) : first?.at;
}

/** Where the member with a name is described, in what describes members. */
export function placeOfMember(at: Place | undefined, name: string): Place | undefined {
  return at && below(at, name);
}
