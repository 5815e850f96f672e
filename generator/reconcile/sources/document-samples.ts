import { componentSchemas } from "../../openapi/components.js";
import { type Document, valueAt } from "../../openapi/document.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  ownMember,
} from "../../core/json.js";
import { below, type Place } from "../../core/place.js";
import { isJsonMediaType, mediaTypeOf } from "../../openapi/media-type.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import { operationsOf } from "../../openapi/operations.js";
import type { Direction } from "../../core/direction.js";
import type { Sample, SampledSchema, SampleOrigin, Samples, UnusableSample } from "../sample.js";
import { readExampleText } from "./example-text.js";

/**
 * The examples that a document has itself: those of its component schemas, and those of the bodies
 * of its operations. What `x-oaiMeta` has as JSON text counts as well.
 *
 * @param document The document.
 * @returns The examples in the order of the document, and what looks like one and is no JSON.
 */
export function documentSamples(document: Document): Samples {
  const collector = new ExampleCollector(document);
  for (const [path, item] of membersOf(document, rootOf(document), "paths")) {
    collector.pathItem(path, item);
  }
  for (const [name, schema] of componentSchemas(document)) collector.component(name, schema);
  const { samples, unusable, slips } = collector;
  return { samples, unusable, slips };
}

/** What an example has to be valid under. */
interface Target extends SampledSchema {
  readonly subject: string;
}

/** The schema of a body in JSON. */
interface Body extends Target {
  readonly media: Found;
}

class ExampleCollector {
  readonly samples: Sample[] = [];
  readonly unusable: UnusableSample[] = [];
  readonly slips: UnusableSample[] = [];
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  /** The examples of a component schema. */
  component(name: string, schema: Place): void {
    const value = valueAt(schema, this.#document);
    if (!isJsonObject(value)) return;
    const target = { schema, direction: undefined, subject: name };
    const takesText = value.type === "string" || isJsonArray(value.type);
    this.#example(value, schema, target, !takesText);
    const examples = ownMember(value, "examples");
    if (isJsonArray(examples)) {
      for (const [index, example] of examples.entries()) {
        this.#add(example, below(schema, "examples", index), target);
      }
    }
    const text = describedIn(value)?.example;
    if (typeof text === "string") this.#text(text, below(schema, described, "example"), target);
  }

  pathItem(path: string, item: Found): void {
    for (const [method, operation] of operationsOf(this.#document, item)) {
      this.#operation(`${method} ${path}`, operation);
    }
  }

  #operation(name: string, operation: Found): void {
    const request = memberOf(this.#document, operation, "requestBody");
    const bodies = request === undefined ? [] : this.#bodies(request, "request", `${name} request`);
    for (const body of bodies) this.#bodyExamples(body);
    const responses = membersOf(this.#document, operation, "responses").map(
      ([status, response]) => ({
        status,
        bodies: this.#bodies(response, "response", `${name} ${status}`),
      }),
    );
    for (const response of responses) for (const body of response.bodies) this.#bodyExamples(body);
    const success = responses
      .filter(({ status }) => status.startsWith("2"))
      .flatMap((response) => response.bodies)[0];
    const { examples } = describedIn(operation.value) ?? {};
    const place = below(operation.place, described, "examples");
    if (isJsonArray(examples)) {
      for (const [index, example] of examples.entries()) {
        this.#response(name, example, below(place, index), success);
      }
    } else {
      this.#response(name, examples, place, success);
    }
  }

  /** The bodies in JSON that a request or a response may have. */
  #bodies(around: Found, direction: Direction, subject: string): readonly Body[] {
    return membersOf(this.#document, around, "content").flatMap(([type, media]) => {
      const hasSchema = ownMember(media.value, "schema") !== undefined;
      if (!isJsonMediaType(mediaTypeOf(type)) || !hasSchema) return [];
      return [{ media, schema: below(media.place, "schema"), direction, subject }];
    });
  }

  /** The examples that OpenAPI gives a place to. */
  #bodyExamples({ media, ...target }: Body): void {
    this.#example(media.value, media.place, target, true);
    for (const [, example] of membersOf(this.#document, media, "examples")) {
      const value = ownMember(example.value, "value");
      if (value !== undefined) this.#valueOrText(value, below(example.place, "value"), target);
    }
  }

  /** The response of an operation that OpenAI's extension shows. */
  #response(name: string, example: Json | undefined, place: Place, body: Target | undefined): void {
    const text = isJsonObject(example) ? ownMember(example, "response") : undefined;
    if (typeof text !== "string") return;
    const at = below(place, "response");
    if (body !== undefined) return this.#text(text, at, body);
    const reason = "no successful response of the operation has a schema for JSON";
    this.unusable.push({ origin: this.#originOf(at), subject: name, reason });
  }

  #example(around: JsonObject, place: Place, target: Target, mayBeText: boolean): void {
    const value = ownMember(around, "example");
    if (value === undefined) return;
    const at = below(place, "example");
    if (mayBeText) this.#valueOrText(value, at, target);
    else this.#add(value, at, target);
  }

  /** An object or an array is often written as the text of one. */
  #valueOrText(value: Json, place: Place, target: Target): void {
    if (typeof value === "string" && /^\s*[[{]/.test(value)) this.#text(value, place, target);
    else this.#add(value, place, target);
  }

  #text(text: string, place: Place, target: Target): void {
    const read = readExampleText(text);
    const at = { origin: this.#originOf(place), subject: target.subject };
    switch (read.kind) {
      case "unusable":
        this.unusable.push({ ...at, reason: read.reason });
        return;
      case "value":
        if (read.slip !== undefined) this.slips.push({ ...at, reason: read.slip });
        this.#add(read.value, place, target);
    }
  }

  #add(value: Json, place: Place, { schema, direction, subject }: Target): void {
    this.samples.push({ value, schema, direction, subject, origin: this.#originOf(place) });
  }

  #originOf({ uri, pointer }: Place): SampleOrigin {
    return { file: this.#document.sources.get(uri)?.name ?? uri, pointer };
  }
}

/** The extension in which OpenAI's document has its examples. */
const described = "x-oaiMeta";

function describedIn(object: JsonObject): JsonObject | undefined {
  const value = ownMember(object, described);
  return isJsonObject(value) ? value : undefined;
}
