import { entriesOf, type Entry } from "../../openapi/entries.js";
import { encodingOf, type Encoding } from "../../openapi/parameter-encoding.js";
import type { Call, Pair } from "./call.js";
import { isSameEncoding } from "./encoding.js";
import { changed, fieldPlaces, schemaParts, type Finding } from "./finding.js";
import type { Value } from "./presence.js";

/**
 * Compares the value of a parameter or a header: how it is written, and its schemas.
 *
 * @param where The `in` of the parameter; `header` for a header.
 */
export function* compareValue(
  call: Call,
  value: Value,
  objects: Pair<Entry>,
  where: string,
): Generator<Finding> {
  const { direction, part, what } = value;
  if (!isSameEncoding(call.read, objects, where)) {
    const old = encodingOf(call.read.old.document, objects.old, where);
    const now = encodingOf(call.read.new.document, objects.new, where);
    const places = fieldPlaces(call, objects, changedField(old, now));
    yield changed(call, objects.new.place, places, {
      direction,
      data: "breaking",
      rule: "parameter-encoding",
      message: `${what} is written in another way: ${shown(now, old)} instead of ${shown(old, now)}`,
    });
  }
  const holders = { old: holderOf(call, "old", objects), new: holderOf(call, "new", objects) };
  yield* schemaParts(call, direction, part, holders);
}

/** Returns the object with the schema of a value: the value itself, or its only media type. */
function holderOf({ read }: Call, side: "old" | "new", objects: Pair<Entry>): Entry {
  const object = objects[side];
  if (Object.hasOwn(object.value, "schema")) return object;
  const [content] = entriesOf(read[side].document, object, "content");
  return content?.[1] ?? object;
}

function changedField(old: Encoding, now: Encoding): string {
  if (old.kind !== "style" || now.kind !== "style") return "content";
  if (old.style !== now.style) return "style";
  return old.explode === now.explode ? "allowReserved" : "explode";
}

/** Describes an encoding by that in which it differs from another one. */
function shown(encoding: Encoding, other: Encoding): string {
  if (encoding.kind === "content") return encoding.mediaType;
  if (other.kind !== "style" || encoding.style !== other.style) return `style ${encoding.style}`;
  const field = encoding.explode === other.explode ? "allowReserved" : "explode";
  return `${field} ${String(encoding[field])}`;
}
