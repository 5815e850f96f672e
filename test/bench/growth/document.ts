import type { Json } from "../../../generator/core/json.js";
import { stringify } from "yaml";

type Members = Readonly<Record<string, Json>>;

/**
 * A document as APIs have them, of a given number of schemas: eight objects, then an enum, then a
 * union of objects that a property tells apart. What an object refers to stands a little before it.
 *
 * @param count How many schemas; zero gives a document with one string, which is as empty as a
 *   document may be.
 * @returns YAML; always the same for the same number.
 */
export function makeDocument(count: number): string {
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [nameOf(index), schemaAt(index)]),
  );
  return documentOf(count === 0 ? { Nothing: { type: "string" } } : schemas);
}

/** A document of component schemas, as YAML. */
export function documentOf(schemas: Members): string {
  return stringify(
    {
      openapi: "3.1.0",
      info: { title: "Growth", version: "1.0.0" },
      paths: {},
      components: { schemas },
    },
    // Equal parts are written out, as people do.
    { aliasDuplicateObjects: false },
  );
}

const nouns = [
  ...["Invoice", "Customer", "Payment", "Refund", "Product", "Price", "Order", "Shipment"],
  ...["Currency", "Event"],
] as const;

function nameOf(index: number): string {
  return `${nouns[index % nouns.length] ?? ""}${Math.floor(index / nouns.length)}`;
}

function schemaAt(index: number): Members {
  switch (index % nouns.length) {
    case 8:
      return enumAt(index);
    case 9:
      return unionAt(index);
    default:
      return objectAt(index);
  }
}

function objectAt(index: number): Members {
  const tag = tagOf(index);
  const properties: Members = {
    id: { type: "string", description: `Identifies this ${nameOf(index)}.`, maxLength: 64 },
    object: { type: "string", enum: [tag], description: `Always \`${tag}\`.` },
    created_at: { type: "integer", description: "When it was made, in seconds of Unix time." },
    status: { type: "string", enum: ["open", `pending_${index % 7}`, "closed"] },
    labels: { type: "array", items: { type: "string" }, maxItems: 16 },
    amount: { type: ["number", "null"], minimum: 0 },
    related: referenceTo(index - 1 - (index % 5)),
    history: { type: "array", items: referenceTo(index - 2 - (index % 23)) },
  };
  return {
    type: "object",
    description: `The ${index}th thing that can be asked for, with what belongs to it.`,
    required: ["id", "object", "created_at", "status"],
    properties,
  };
}

function enumAt(index: number): Members {
  return {
    type: "string",
    description: "One of several codes.",
    enum: Array.from({ length: 4 + (index % 5) }, (_, place) => `code_${index}_${place}`),
  };
}

/** A union of three of the eight objects before it. */
function unionAt(index: number): Members {
  const options = [9, 7, 5].map((distance) => index - distance);
  const mapping = options.map((option) => [tagOf(option), pointerTo(option)] as const);
  return {
    description: "Something that has happened to one of them.",
    oneOf: options.map(referenceTo),
    discriminator: { propertyName: "object", mapping: Object.fromEntries(mapping) },
  };
}

/** A reference to a schema, or a plain string where it would be before the first. */
function referenceTo(index: number): Members {
  return index < 0 ? { type: "string" } : { $ref: pointerTo(index) };
}

function pointerTo(index: number): string {
  return `#/components/schemas/${nameOf(index)}`;
}

function tagOf(index: number): string {
  return nameOf(index).toLowerCase();
}
