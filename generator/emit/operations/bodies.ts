import { exported, literal, object, pureCall } from "../../code/expressions.js";
import type { Expression, TypeNode } from "../../code/nodes.js";
import { stringType, typeReference, unknownType } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import { below, type Place } from "../../core/place.js";
import { entriesOf, type Entry } from "../../openapi/entries.js";
import { mediaTypeOf } from "../../openapi/media-type.js";
import type { Found } from "../../openapi/navigate.js";
import { jsonTypesIn } from "../../schema/json-types.js";
import type { RuntimeModule } from "../runtime.js";
import { multipartBody, urlencodedBody } from "./forms.js";
import { mediaKind, type MediaKind } from "./media.js";
import type { OperationModule } from "./operation-module.js";
import { streamItems } from "./streams.js";

/** A body in one media type, as code. */
export interface DescribedBody {
  /** In lower case and without parameters; it may be a range. */
  readonly mediaType: string;
  readonly type: TypeNode;
  /** The codec. */
  readonly code: Expression;
}

/** Describes the bodies of a request or a response, by media type. */
export function describeBodies(
  around: Found,
  direction: Direction,
  module: OperationModule,
): readonly DescribedBody[] {
  const { document, unsupported } = module.context;
  const bodies = new Map<string, DescribedBody>();
  for (const [key, media] of entriesOf(document, around, "content")) {
    const mediaType = mediaTypeOf(key);
    if (bodies.has(mediaType)) unsupported.add("media-type-parameters", media.entry);
    else bodies.set(mediaType, describeBody(mediaType, media, direction, module));
  }
  return [...bodies.values()];
}

function describeBody(
  mediaType: string,
  media: Entry,
  direction: Direction,
  module: OperationModule,
): DescribedBody {
  const schema = new BodySchema(media, direction, module);
  const { unsupported } = module.context;
  const bytes = (): DescribedBody => ({
    mediaType,
    type: bytesType(direction),
    code: codec("binary", literal(mediaType)),
  });
  const text = (): DescribedBody => ({
    mediaType,
    type: stringType,
    code: codec("text", schema.anyText(), ...unlessDefault(mediaType, "text/plain")),
  });
  const kind = mediaKind(mediaType);
  switch (kind) {
    case "json":
      return json(mediaType, schema);
    case "urlencoded":
    case "multipart": {
      const form = kind === "multipart" ? multipartBody : urlencodedBody;
      return { mediaType, ...form(media, direction, module) };
    }
    case "json-lines":
    case "json-sequence":
    case "events":
      return stream(kind, mediaType, media, direction, module);
    case "text": {
      if (schema.acceptsText()) return { ...text(), ...schema.asText(mediaType) };
      unsupported.add("text-of-other-type", media.place);
      return text();
    }
    case "xml":
      unsupported.add("xml", media.place);
      return text();
    case "binary":
      return bytes();
    case "other-multipart":
      unsupported.add("multipart", media.place);
      return bytes();
    case "other": {
      const isOfBytes = schema.isOnlyText() || schema.place === undefined;
      // A range that is described by a schema of other values is JSON.
      if (!isOfBytes && mediaType.endsWith("/*")) return json(mediaType, schema);
      if (!isOfBytes) unsupported.add("other-format", media.place);
      return bytes();
    }
  }
}

function json(mediaType: string, schema: BodySchema): DescribedBody {
  const type = unlessDefault(mediaType, "application/json");
  return { mediaType, type: schema.type(), code: codec("json", schema.code(), ...type) };
}

/** A body that is a sequence of items. */
function stream(
  kind: "json-lines" | "json-sequence" | "events",
  mediaType: string,
  media: Entry,
  direction: Direction,
  module: OperationModule,
): DescribedBody {
  const { schemas, endMark } = module.context;
  const { place, isEvent } = streamItems(media, schemas);
  const items = new BodySchema(media, direction, module, place);
  const of = isEvent ? "event" : items.isOnlyText() ? "text" : "data";
  const options = object([
    ["of", literal(of)],
    // Where the schema describes whole events, the last one is among them.
    ...(endMark === false || isEvent ? [] : [["end", literal(endMark)] as const]),
  ]);
  const defaultType = kind === "json-lines" ? "application/jsonl" : "application/json-seq";
  const code =
    kind === "events"
      ? codec(kind, items.code(), options)
      : codec(kind, items.code(), ...unlessDefault(mediaType, defaultType));
  return { mediaType, type: typeReference("AsyncIterable", items.type()), code };
}

/** The schema of a body or of the items of a stream. */
class BodySchema {
  readonly place: Place | undefined;
  readonly #media: Entry;
  readonly #direction: Direction;
  readonly #module: OperationModule;

  /** @param place The place of the schema, if it is not that of the whole body. */
  constructor(media: Entry, direction: Direction, module: OperationModule, place?: Place) {
    this.#media = media;
    this.#direction = direction;
    this.#module = module;
    const hasSchema = Object.hasOwn(media.value, "schema");
    this.place = place ?? (hasSchema ? below(media.place, "schema") : undefined);
  }

  type(): TypeNode {
    return this.place === undefined
      ? unknownType
      : this.#module.context.typeAt(this.place, this.#direction);
  }

  code(): Expression {
    if (this.place === undefined) return this.#any("anyValue");
    return this.#module.valueSchema(this.place, this.#direction, "body");
  }

  /** A schema that accepts every text, at the place of the schema. */
  anyText(): Expression {
    return this.#any("anyText");
  }

  /** The type and the codec of a text. */
  asText(mediaType: string): Pick<DescribedBody, "type" | "code"> {
    const other = unlessDefault(mediaType, "text/plain");
    if (this.place === undefined || !this.isOnlyText()) {
      return { type: stringType, code: codec("text", this.anyText(), ...other) };
    }
    return { type: this.type(), code: codec("text", this.code(), ...other) };
  }

  /** Whether all its values are texts. */
  isOnlyText(): boolean {
    return this.#accepts((types) => types.size === 1 && types.has("string"), false);
  }

  acceptsText(): boolean {
    return this.#accepts((types) => types.has("string"), true);
  }

  #any(name: "anyText" | "anyValue"): Expression {
    const path = this.#module.schemaPath(this.place ?? this.#media.place);
    return pureCall(exported(name, "runtime/any-value"), literal(path));
  }

  #accepts(test: (types: ReturnType<typeof jsonTypesIn>) => boolean, otherwise: boolean): boolean {
    const { schemas } = this.#module.context;
    return this.place === undefined
      ? otherwise
      : test(jsonTypesIn(schemas.at(this.place), schemas));
  }
}

/** The function of the runtime that makes the codec of each kind of body, and its module. */
const codecs = {
  json: ["jsonBody", "body-json"],
  text: ["textBody", "body-text"],
  binary: ["binaryBody", "body-binary"],
  "json-lines": ["jsonLinesBody", "body-json-lines"],
  "json-sequence": ["jsonSequenceBody", "body-json-sequence"],
  events: ["eventStreamBody", "body-events"],
} as const satisfies Partial<Record<MediaKind, readonly [name: string, module: RuntimeModule]>>;

function codec(kind: keyof typeof codecs, ...args: readonly Expression[]): Expression {
  const [name, module] = codecs[kind];
  return pureCall(exported(name, `runtime/${module}`), ...args);
}

function unlessDefault(mediaType: string, usual: string): readonly Expression[] {
  return mediaType === usual ? [] : [literal(mediaType)];
}

/** The type of a body of bytes: what can be sent, or what is received. */
function bytesType(direction: Direction): TypeNode {
  const bytes = typeReference("Uint8Array");
  const stream = typeReference("ReadableStream", bytes);
  return direction === "response"
    ? stream
    : { kind: "union", members: [typeReference("Blob"), stream, bytes] };
}
