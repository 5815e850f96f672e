import type { Direction } from "../../core/direction.js";
import { isJsonObject } from "../../core/json.js";
import { below, type Place } from "../../core/place.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { isJsonMediaType, mediaTypeOf } from "../../openapi/media-type.js";
import type { PayloadPart } from "../diff-result.js";
import { entriesOf, type Entry } from "../../openapi/entries.js";
import { keysOf, receiverOf, type Call, type Pair, type Side } from "./call.js";
import { oneSided, schemaParts, type Finding } from "./finding.js";

/** A body of a request or a response, in both documents. */
export interface ContentSubject {
  readonly direction: Direction;
  readonly part: PayloadPart;
  /** As `the response 200`. */
  readonly what: string;
  readonly bodies: Pair<Entry>;
}

/**
 * Compares the media types of a body. The caller chooses among them, in requests by `Content-Type` and in
 * responses by `Accept`: it relies on each that its document has.
 */
export function* compareContent(call: Call, subject: ContentSubject): Generator<Finding> {
  const { bodies, direction, part, what } = subject;
  const media = {
    old: mediaTypesOf(call.read.old.document, bodies.old),
    new: mediaTypesOf(call.read.new.document, bodies.new),
  };
  for (const mediaType of keysOf(media)) {
    const found = {
      old: mediaFor(mediaType, media.old),
      new: mediaFor(mediaType, media.new),
    };
    if (found.old !== undefined && found.new !== undefined) {
      const both = { old: found.old, new: found.new };
      yield* schemaParts(call, direction, { ...part, mediaType }, both, (schema, document) =>
        restricts(schema, document, mediaType),
      );
      continue;
    }
    const side: Side = found.new === undefined ? "old" : "new";
    const other: Side = found.new === undefined ? "new" : "old";
    const place = found[side]?.entry;
    if (place === undefined) continue;
    yield oneSided(call, side, place, below(bodies[other].place, "content"), {
      direction,
      data: side === receiverOf(call) ? "compatible" : "breaking",
      rule: side === "new" ? "media-type-added" : "media-type-removed",
      message: `the media type ${mediaType} of ${what} is ${side === "new" ? "new" : "removed"}`,
    });
  }
}

/** Returns the media types of a body without parameters. */
function mediaTypesOf(document: Document, body: Entry): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [name, entry] of entriesOf(document, body, "content")) {
    const mediaType = mediaTypeOf(name);
    if (!found.has(mediaType)) found.set(mediaType, entry);
  }
  return found;
}

/**
 * Returns the entry for a media type: exact, or by a range.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#media-type-object | OpenAPI 3.2, Media Type Object}
 */
function mediaFor(mediaType: string, media: ReadonlyMap<string, Entry>): Entry | undefined {
  const [type = ""] = mediaType.split("/");
  return media.get(mediaType) ?? media.get(`${type}/*`) ?? media.get("*/*");
}

/**
 * Returns whether a schema rules out values where the other document has no schema. A body that is not JSON
 * is text or bytes, which a plain `type: string` describes.
 */
function restricts(schema: Place, document: Document, mediaType: string): boolean {
  if (isJsonMediaType(mediaType)) return true;
  const value = valueAt(schema, document);
  if (value === true) return false;
  if (!isJsonObject(value)) return true;
  const { type = "string" } = value;
  return type !== "string" || Object.keys(value).some((name) => !plainKeywords.has(name));
}

/** The keywords that do not rule out any text. */
const plainKeywords: ReadonlySet<string> = new Set([
  ..."type format contentEncoding contentMediaType".split(" "),
  ..."title description example examples default deprecated".split(" "),
]);
