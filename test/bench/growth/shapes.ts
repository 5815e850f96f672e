import type { Json } from "../../../generator/core/json.js";

type Members = Readonly<Record<string, Json>>;

/** A way in which schemas are linked, in any number. */
export interface Shape {
  readonly name: string;
  /** The component schemas; always the same for the same number of links. */
  readonly schemas: (links: number) => Members;
}

/** Chains, in which every schema leads to the next one, and fans, in which all of them meet in one. */
export const shapes: readonly Shape[] = [
  { name: "allOf chain", schemas: chain(derivedFrom) },
  { name: "allOf chain, base first", schemas: reversedChain(derivedFrom) },
  { name: "allOf chain that narrows", schemas: chain(narrowing) },
  { name: "allOf fan, one base", schemas: toBase((base, index) => derivedFrom(base, index)) },
  { name: "allOf fan, many parts", schemas: toMany((parts) => ({ allOf: parts })) },
  { name: "$ref chain", schemas: chain((next) => next) },
  { name: "$ref chain, last first", schemas: reversedChain((next) => next) },
  { name: "$ref fan", schemas: toBase((base) => base) },
  { name: "property chain", schemas: chain((next) => object({ next })) },
  { name: "property circle", schemas: circle((next) => object({ next })) },
  { name: "property fan, one target", schemas: toBase((base) => object({ base })) },
  { name: "property fan, many targets", schemas: toMany((parts) => object(named(parts))) },
  { name: "items chain", schemas: chain((items) => ({ type: "array", items })) },
  { name: "dictionary chain", schemas: chain((next) => dictionary(next)) },
  { name: "anyOf chain", schemas: chain((next) => ({ anyOf: [next, { type: "string" }] })) },
  { name: "anyOf fan", schemas: toMany((parts) => ({ anyOf: parts })) },
  { name: "oneOf chain", schemas: chain((next, index) => ({ oneOf: [next, objectAt(index)] })) },
  { name: "oneOf fan", schemas: toMany((parts) => ({ oneOf: parts })) },
  { name: "oneOf fan with tags", schemas: toMany((parts) => ({ oneOf: parts }), taggedAt) },
  { name: "nullable chain", schemas: chain((next) => ({ anyOf: [next, { type: "null" }] })) },
  { name: "inline chain", schemas: inlineChain },
  { name: "inline fan, objects and enums", schemas: inlineFan },
  { name: "inline fan, options", schemas: ofOne((links) => ({ anyOf: list(links, objectAt) })) },
  {
    name: "inline fan, constants",
    schemas: ofOne((links) => ({ oneOf: list(links, constantAt) })),
  },
  { name: "shared enum", schemas: toBase((code) => object({ code }), { enum: codes() }) },
  { name: "equal enums", schemas: chain((next) => object({ next, code: { enum: codes() } })) },
];

/** How many objects stand inside each other in one component. */
const nesting = 100;

/** Schemas of which each leads to the next one, the last to nothing. */
function chain(link: (next: Members, index: number) => Json): (links: number) => Members {
  return (links) =>
    components(links, (index) =>
      index === links - 1 ? objectAt(index) : link(refTo(index + 1), index),
    );
}

/** The same, so that each is after the one that it leads to. */
function reversedChain(link: (next: Members, index: number) => Json): (links: number) => Members {
  return (links) =>
    components(links, (index) => (index === 0 ? objectAt(index) : link(refTo(index - 1), index)));
}

/** Schemas of which each leads to the next one, the last to the first. */
function circle(link: (next: Members) => Json): (links: number) => Members {
  return (links) => components(links, (index) => link(refTo((index + 1) % links)));
}

/** Schemas that all lead to one. */
function toBase(
  link: (base: Members, index: number) => Json,
  base: Json = { type: "object", properties: { id: { type: "string" } } },
): (links: number) => Members {
  return (links) => ({
    Base: base,
    ...components(links, (index) => link({ $ref: "#/components/schemas/Base" }, index)),
  });
}

/** One schema that leads to all the others. */
function toMany(
  whole: (parts: readonly Members[]) => Json,
  part: (index: number) => Json = objectAt,
): (links: number) => Members {
  return (links) => ({ Whole: whole(list(links, refTo)), ...components(links, part) });
}

function ofOne(whole: (links: number) => Json): (links: number) => Members {
  return (links) => ({ Whole: whole(links) });
}

function inlineChain(links: number): Members {
  return components(Math.ceil(links / nesting), (index) => {
    const depth = Math.min(nesting, links - index * nesting);
    return list(depth, String).reduce<Json>((inside) => object({ in: inside }), { type: "string" });
  });
}

function inlineFan(links: number): Members {
  const parts = list(links, (index) =>
    index % 2 === 0 ? objectAt(index) : { type: "string", enum: ["all", `some${index}`] },
  );
  return { Whole: object(named(parts)) };
}

function derivedFrom(base: Members, index: number): Json {
  return { allOf: [base, objectAt(index)] };
}

function narrowing(base: Members, index: number): Json {
  return { allOf: [base, object({ id: { type: "string" }, [`p${index}`]: { type: "string" } })] };
}

function objectAt(index: number): Members {
  return { ...object({ [`p${index}`]: { type: "string" } }), required: [`p${index}`] };
}

function taggedAt(index: number): Members {
  return { ...object({ kind: { const: `kind${index}` } }), required: ["kind"] };
}

function constantAt(index: number): Members {
  return { const: valueAt(index) };
}

function valueAt(index: number): string {
  return `value ${index}`;
}

function codes(): readonly string[] {
  return list(20, (index) => `code ${index}`);
}

function object(properties: Members): Members {
  return { type: "object", properties };
}

function dictionary(additionalProperties: Members): Members {
  return { type: "object", additionalProperties };
}

function named(parts: readonly Json[]): Members {
  return Object.fromEntries(parts.map((part, index) => [`p${index}`, part]));
}

function components(count: number, schemaAt: (index: number) => Json): Members {
  return Object.fromEntries(list(count, (index) => [`M${index}`, schemaAt(index)] as const));
}

function refTo(index: number): Members {
  return { $ref: `#/components/schemas/M${index}` };
}

function list<Item>(length: number, itemAt: (index: number) => Item): readonly Item[] {
  return Array.from({ length }, (_, index) => itemAt(index));
}
