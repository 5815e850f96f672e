import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  ownMember,
} from "../../core/json.js";
import { below, keyOfPlace, type Place } from "../../core/place.js";
import { findDirections } from "../../model/operation-schemas.js";
import type { Document } from "../../openapi/document.js";
import { isJsonMediaType, mediaTypeOf } from "../../openapi/media-type.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import { fieldOf } from "../../openapi/objects.js";
import { referenceOf, type Node } from "../../openapi/walk.js";
import { walkDocument } from "../../openapi/walk-document.js";
import type { Sample, SampledSchema, SampleOrigin, Samples, UnusableSample } from "../sample.js";
import { readExampleText } from "./example-text.js";
import { subjectOf } from "./subject-of.js";

/**
 * Returns the examples of a document: those of schemas, parameters, headers and bodies. JSON text in
 * `x-oaiMeta` counts as an example; a `default` does not.
 *
 * @param document The document.
 * @returns The examples in the order of the document, each once for each of its schemas, and examples that
 *   cannot be read.
 */
export function documentSamples(document: Document): Samples {
  const collector = new ExampleCollector(document);
  walkDocument([rootOf(document)], document, (node) => collector.visit(node));
  const { samples, unusable, slips } = collector;
  return { samples, unusable, slips };
}

/** The schema that an example has to match. */
interface Target extends SampledSchema {
  readonly subject: string;
}

/**
 * What a string example is: a `value`; a `text`, which is JSON if it begins like an object or an array;
 * or a `body` in another format, which is not checked.
 */
type StringMeaning = "value" | "text" | "body";

class ExampleCollector {
  readonly samples: Sample[] = [];
  readonly unusable: UnusableSample[] = [];
  readonly slips: UnusableSample[] = [];
  readonly #document: Document;
  readonly #directionAt: ReturnType<typeof findDirections>;
  readonly #seen = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
    this.#directionAt = findDirections(document);
  }

  /** Adds the examples of an object. */
  visit(node: Node): void {
    if (node.form !== "one" || !isJsonObject(node.value)) return;
    const found: Found = { ...node, value: node.value };
    if (node.kind === "Schema") return this.#schema(found);
    if (referenceOf(node) !== undefined) return;
    if (node.kind === "Operation") this.#described(found);
    if (fieldOf(node.kind, "schema")?.is === "held" && node.kind !== "MediaType") {
      this.#examplesOf(found, "value");
    }
    // The meaning of an example of a body depends on the media type, which is the key of its object.
    const content = fieldOf(node.kind, "content");
    if (content?.is !== "held") return;
    for (const [type, media] of membersOf(this.#document, found, "content")) {
      this.#examplesOf(media, meaningIn(mediaTypeOf(type)));
    }
  }

  #schema({ value, place }: Found): void {
    const target = this.#targetAt(place);
    const example = ownMember(value, "example");
    const meaning = takesText(value) ? "value" : "text";
    if (example !== undefined) this.#add(example, below(place, "example"), target, meaning);
    const examples = ownMember(value, "examples");
    const at = below(place, "examples");
    if (isJsonArray(examples)) {
      for (const [index, each] of examples.entries()) {
        this.#add(each, below(at, index), target, "value");
      }
    } else if (isJsonObject(examples)) {
      // A map by name, in the form of `examples` of a body.
      for (const [name, each] of Object.entries(examples)) {
        const named = isJsonObject(each) ? ownMember(each, "value") : undefined;
        if (named !== undefined) this.#add(named, below(at, name, "value"), target, "value");
      }
    }
    const text = describedIn(value)?.example;
    if (typeof text === "string") this.#text(text, below(place, described, "example"), target);
  }

  /** Adds the examples beside a schema. */
  #examplesOf(around: Found, meaning: StringMeaning): void {
    const schema = ["schema", "itemSchema"].find((name) => Object.hasOwn(around.value, name));
    if (schema === undefined) return;
    const target = this.#targetAt(below(around.place, schema));
    const take = (value: Json, place: Place): void => {
      if (schema === "schema") return this.#add(value, place, target, meaning);
      for (const [index, item] of isJsonArray(value) ? value.entries() : []) {
        this.#add(item, below(place, index), target, "value");
      }
    };
    const example = ownMember(around.value, "example");
    if (example !== undefined) take(example, below(around.place, "example"));
    for (const [, { value, place }] of membersOf(this.#document, around, "examples")) {
      const name = ["dataValue", "value"].find((each) => Object.hasOwn(value, each));
      const inner = name === undefined ? undefined : ownMember(value, name);
      if (name !== undefined && inner !== undefined) take(inner, below(place, name));
      else if (typeof value.serializedValue === "string" && meaning === "text") {
        this.#text(value.serializedValue, below(place, "serializedValue"), target);
      } else if (value.externalValue !== undefined) {
        this.#reject(
          "it is in a separate file, which is not read",
          below(place, "externalValue"),
          target,
        );
      }
    }
  }

  /** Adds the responses of OpenAI's extension. */
  #described(operation: Found): void {
    const { examples } = describedIn(operation.value) ?? {};
    const place = below(operation.place, described, "examples");
    const all: readonly (readonly [Json | undefined, Place])[] = isJsonArray(examples)
      ? examples.map((example, index) => [example, below(place, index)])
      : [[examples, place]];
    for (const [example, at] of all) {
      const text = isJsonObject(example) ? ownMember(example, "response") : undefined;
      if (typeof text !== "string") continue;
      const target = this.#successOf(operation);
      const textAt = below(at, "response");
      if (target !== undefined) this.#text(text, textAt, target);
      else {
        const subject = subjectOf(operation.place, this.#document);
        const reason = "no successful response of the operation has a JSON schema";
        this.#reject(reason, textAt, { subject });
      }
    }
  }

  /** Returns the first JSON body of a successful response. */
  #successOf(operation: Found): Target | undefined {
    const responses = memberOf(this.#document, operation, "responses");
    if (responses === undefined) return undefined;
    const bodies = membersOf(this.#document, responses)
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([status, response]) =>
        membersOf(this.#document, response, "content").map(([type, media]) => ({
          status,
          type,
          media,
        })),
      );
    const body = bodies.find(
      ({ type, media }) =>
        isJsonMediaType(mediaTypeOf(type)) && Object.hasOwn(media.value, "schema"),
    );
    if (body === undefined) return undefined;
    const subject = `${subjectOf(operation.place, this.#document)} ${body.status}`;
    return { schema: below(body.media.place, "schema"), direction: "response", subject };
  }

  #targetAt(schema: Place): Target {
    const direction = this.#directionAt(schema);
    return { schema, direction, subject: subjectOf(schema, this.#document) };
  }

  #add(value: Json, place: Place, target: Target, meaning: StringMeaning): void {
    if (typeof value === "string" && meaning === "body") return;
    // Objects and arrays are often written as JSON text.
    if (typeof value === "string" && meaning === "text" && /^\s*[[{]/.test(value)) {
      this.#text(value, place, target);
    } else if (this.#isNew(place, target)) this.#push(value, place, target);
  }

  /** Whether an example was not added for the same schema yet: operations may share a response. */
  #isNew(place: Place, { schema }: SampledSchema): boolean {
    const key = `${keyOfPlace(place)} ${keyOfPlace(schema)}`;
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
  }

  #push(value: Json, place: Place, { schema, direction, subject }: Target): void {
    this.samples.push({ value, schema, direction, subject, origin: this.#originOf(place) });
  }

  #text(text: string, place: Place, target: Target): void {
    if (!this.#isNew(place, target)) return;
    const read = readExampleText(text);
    switch (read.kind) {
      case "unusable":
        return this.#reject(read.reason, place, target);
      case "value":
        if (read.slip !== undefined) {
          const { subject } = target;
          this.slips.push({ origin: this.#originOf(place), subject, reason: read.slip });
        }
        this.#push(read.value, place, target);
    }
  }

  #reject(reason: string, place: Place, { subject }: Pick<Target, "subject">): void {
    this.unusable.push({ origin: this.#originOf(place), subject, reason });
  }

  #originOf({ uri, pointer }: Place): SampleOrigin {
    return { file: this.#document.sources.get(uri)?.name ?? uri, pointer };
  }
}

function meaningIn(mediaType: string): StringMeaning {
  if (isJsonMediaType(mediaType)) return "text";
  return mediaType === "text/plain" ? "value" : "body";
}

/** Returns whether a schema may accept strings, by its own keywords. */
function takesText({ type, ...keywords }: JsonObject): boolean {
  if (type !== undefined) return type !== "object" && type !== "array";
  return !structural.some((name) => Object.hasOwn(keywords, name));
}

/** Keywords of objects and arrays: a schema with one of them and no type is hardly for strings. */
const structural = ["properties", "additionalProperties", "required", "items", "allOf"];

/** The extension with the examples of OpenAI's document. */
const described = "x-oaiMeta";

function describedIn(object: JsonObject): JsonObject | undefined {
  const value = ownMember(object, described);
  return isJsonObject(value) ? value : undefined;
}
