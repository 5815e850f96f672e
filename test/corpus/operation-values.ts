import { mediaKind } from "../../generator/emit/operations/media.js";
import { streamItems } from "../../generator/emit/operations/streams.js";
import type { Direction } from "../../generator/core/direction.js";
import { below, type Place } from "../../generator/core/place.js";
import { reasonerOf } from "../../generator/model/empty-schemas.js";
import { checksOfSchema } from "../../generator/model/lower.js";
import type { Models } from "../../generator/model/model.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { modelsAsSent, schemaAsSent } from "../../generator/model/sent-schema.js";
import { entriesOf, type Entry } from "../../generator/openapi/entries.js";
import { mediaTypeOf } from "../../generator/openapi/media-type.js";
import { memberOf, type Found } from "../../generator/openapi/navigate.js";
import { responseEntries, type PathOperation } from "../../generator/openapi/operations.js";
import { headersOf, parametersOf } from "../../generator/openapi/parameters.js";
import type { BodyCodec } from "../../generator/runtime/body.js";
import { collect } from "../../generator/runtime/collect.js";
import type { Operation } from "../../generator/runtime/operation.js";
import type { Parameter, ValueSchema } from "../../generator/runtime/parameter.js";
import { isArray, isObject } from "../../generator/runtime/values.js";
import { ValueSearch } from "../../generator/sample/value-search.js";

/** How many values are taken from a search, and how many of them are sent. */
const mostFound = 20;
const mostSent = 6;

/** How long a search may take. */
const maxSteps = 2000;

/** Texts with what has a meaning somewhere, which a search does not find. */
const specialTexts = ["a b+c&d=e/f%41?g#h", "é,;[x]"];
const specialValues = [
  ...specialTexts,
  specialTexts,
  specialTexts.slice(1),
  ["x", "true", "12", "null", ""],
];

/** Finds valid values for the parts of operations. */
export class OperationValues {
  /** The places of the parameters, headers and bodies for which no valid value was found. */
  readonly missing: Set<string> = new Set<string>();
  readonly #read: ReadModels;
  readonly #models: Readonly<Record<Direction, Models>>;
  readonly #known = new Map<string, readonly unknown[]>();

  constructor(read: ReadModels) {
    this.#read = read;
    const { models } = read;
    this.#models = {
      request: modelsAsSent(models, "request"),
      response: modelsAsSent(models, "response"),
    };
  }

  /** Values of a parameter of an operation; the first one is the simplest. */
  ofParameter(parameter: Parameter, { pathItem, operation }: PathOperation): readonly unknown[] {
    const { document } = this.#read;
    const entry = parametersOf(document, pathItem, operation).find(
      ({ name, where }) => name === parameter.name && where === parameter.in,
    );
    return this.#ofHeld(parameter, entry, "request");
  }

  /** Values of a header of a response. */
  ofHeader(header: Parameter, status: string, { operation }: PathOperation): readonly unknown[] {
    const { document } = this.#read;
    const response = responseEntries(document, operation).get(status);
    const entry = response && headersOf(document, response).get(header.name.toLowerCase());
    return this.#ofHeld(header, entry, "response");
  }

  /** Values of a request body in one media type. */
  ofRequest(codec: BodyCodec, { operation }: PathOperation): readonly unknown[] {
    return this.#ofBody(codec, memberOf(this.#read.document, operation, "requestBody"), "request");
  }

  /** Values of a response body in one media type. */
  ofResponse(codec: BodyCodec, status: string, { operation }: PathOperation): readonly unknown[] {
    const response = responseEntries(this.#read.document, operation).get(status);
    return this.#ofBody(codec, response, "response");
  }

  #ofHeld(
    { schema }: Parameter,
    entry: Entry | undefined,
    direction: Direction,
  ): readonly unknown[] {
    const content = entry && entriesOf(this.#read.document, entry, "content")[0]?.[1];
    const found = this.#valuesOf(content ?? entry, "schema", direction);
    return this.#spread([...found, ...specialValues].filter(schema.is), entry);
  }

  #ofBody(codec: BodyCodec, around: Found | undefined, direction: Direction): readonly unknown[] {
    const { document, schemas } = this.#read;
    const { mediaType, schema } = codec;
    const media =
      around &&
      entriesOf(document, around, "content").find(([key]) => mediaTypeOf(key) === mediaType)?.[1];
    const kind = mediaKind(mediaType);
    if (kind === "json-lines" || kind === "json-sequence" || kind === "events") {
      const items = media === undefined ? undefined : streamItems(media, schemas).place;
      const found = this.#valuesAt(items, direction);
      return [[], found.slice(0, 1), this.#spread(found, media)];
    }
    const values = this.#valuesOf(media, "schema", direction).map((value) =>
      kind === "multipart" ? withFiles(value, schema) : value,
    );
    const valid = values.filter(schema.is);
    if (valid.length > 0) return this.#spread(valid, media);
    const others = [...specialTexts, new Uint8Array([0, 10, 13, 200, 255])];
    return this.#spread(others.filter(schema.is), media);
  }

  /** Some of the values of an object of the document; notes if there are none. */
  #spread(values: readonly unknown[], found: Found | undefined): readonly unknown[] {
    if (values.length === 0) {
      const { uri, pointer } = found?.place ?? { uri: "", pointer: "" };
      this.missing.add(`${uri.slice(uri.lastIndexOf("/") + 1)}#${pointer}`);
    }
    return spread(values);
  }

  #valuesOf(around: Found | undefined, field: string, direction: Direction): readonly unknown[] {
    const has = around !== undefined && Object.hasOwn(around.value, field);
    return this.#valuesAt(has ? below(around.place, field) : undefined, direction);
  }

  #valuesAt(place: Place | undefined, direction: Direction): readonly unknown[] {
    if (place === undefined) return ["text", 1, { name: ["value"] }];
    const key = `${direction} ${place.uri}#${place.pointer}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { schemas, models } = this.#read;
    const schema = schemaAsSent(schemas.at(place), direction, schemas, models);
    const sent = this.#models[direction];
    const search = new ValueSearch(reasonerOf(sent), maxSteps);
    const values: unknown[] = [];
    for (const value of search.values(checksOfSchema(schema, sent))) {
      values.push(value);
      if (values.length === mostFound) break;
    }
    this.#known.set(key, values);
    return values;
  }
}

/** The first values, the largest one, and some between them. */
function spread(values: readonly unknown[]): readonly unknown[] {
  if (values.length <= mostSent) return values;
  const sizes = values.map((value) => JSON.stringify(value).length);
  const step = (values.length - 1) / (mostSent - 2);
  const indexes = Array.from({ length: mostSent - 1 }, (_, index) => Math.round(index * step));
  return [...new Set([...indexes, sizes.indexOf(Math.max(...sizes))])].map((at) => values[at]);
}

/** A form with files in place of the texts that stand for them. */
function withFiles(value: unknown, schema: ValueSchema): unknown {
  let form = value;
  for (const { path, expected } of collect(schema, value)) {
    if (expected === "Blob") form = replaceAt(form, path);
  }
  return form;
}

function replaceAt(value: unknown, [key, ...path]: readonly PropertyKey[]): unknown {
  if (key === undefined) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return new File(["x".repeat(text.length)], "a b.txt", { type: "text/csv" });
  }
  if (isArray(value)) {
    return value.map((item, index) => (index === key ? replaceAt(item, path) : item));
  }
  if (!isObject(value)) return value;
  return { ...value, [key]: replaceAt(value[String(key)], path) };
}

/** The operation of the document that a description is about. */
export function isSameOperation(
  { method, path }: Operation,
  other: Pick<PathOperation, "method" | "path">,
): boolean {
  return method === other.method && path === other.path;
}
