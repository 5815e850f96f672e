import type { SchemaId } from "../../core/schema-id.js";
import { strongComponents } from "../../core/strong-components.js";
import { relativeUri } from "../../core/uri.js";
import type { Model, Models } from "../../model/model.js";
import { findUses } from "../../model/uses.js";
import type { Schema } from "../../schema/schema.js";
import { hashOf } from "./hash.js";

/** What a model is made from by itself, and which other models that leads to. */
interface Node {
  readonly model: Model;
  readonly own: string;
  readonly uses: readonly Model[];
}

/**
 * The hash of what each module is made from: the schemas of its models, those of all the models that
 * they lead to, and the names of all these.
 *
 * @param models The models of a document.
 * @param documentUri Its URI, to which all others are made relative: a hash is the same on every machine.
 * @returns The hashes by module.
 */
export function moduleSources(models: Models, documentUri: string): ReadonlyMap<string, string> {
  const uses = findUses(models);
  const shown = relativeTo(documentUri);
  const nodes = models.all.map((model) => ({
    model,
    own: ownHash(model, models, shown),
    uses: uses(model),
  }));
  const closures = closureHashes(nodes);
  const parts = new Map<string, string[]>();
  for (const { id, module } of models.all) {
    const part = closures.get(id) ?? "";
    const known = parts.get(module);
    if (known === undefined) parts.set(module, [part]);
    else known.push(part);
  }
  return new Map([...parts].map(([module, hashes]) => [module, hashOf(hashes.join(""))]));
}

/** Makes URIs relative, each once. */
function relativeTo(base: string): (uri: string) => string {
  const known = new Map<string, string>();
  return (uri) => {
    const shown = known.get(uri) ?? relativeUri(base, uri);
    known.set(uri, shown);
    return shown;
  };
}

/** The hash of what a model is made from by itself. */
function ownHash(
  { id, name, module, direction, isPartial, schema }: Model,
  models: Models,
  shown: (uri: string) => string,
): string {
  const write = (inside: Schema): string => {
    if (inside.id !== id && models.byId.has(inside.id)) return `#${inside.id}`;
    if (inside.kind === "boolean") return `${inside.id} ${String(inside.value)}`;
    // The id tells the place.
    const { keywords, origins, numerals, revision } = inside;
    const parts = [keywords, origins, numerals, revision].map((part) => dataOf(part, write));
    return `${inside.id} ${parts.join(" ")}`;
  };
  // The other names follow from the one.
  const own = JSON.stringify({ name, module, direction, isPartial }) + write(schema);
  return hashOf(own.replace(/file:\/\/[^#"]*/g, shown));
}

/** Data as text, in which schemas are written by another function. */
function dataOf(value: unknown, writeSchema: (schema: Schema) => string): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isSchema(value)) return writeSchema(value);
  if (value instanceof RegExp) return String(value);
  let text = "";
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
    for (const part of value) text += `${dataOf(part, writeSchema)},`;
    return `${value.constructor.name}[${text}]`;
  }
  for (const [name, member] of Object.entries(value)) {
    text += `${name}:${dataOf(member, writeSchema)},`;
  }
  return `{${text}}`;
}

/** Whether a part of a parsed schema is a schema: they alone have an id and a place. */
function isSchema(value: object): value is Schema {
  return "id" in value && "place" in value && "kind" in value;
}

/**
 * The hash of what each model and all that it leads to are made from. Models that lead to one another
 * have one hash.
 */
function closureHashes(nodes: readonly Node[]): ReadonlyMap<SchemaId, string> {
  const byId = new Map(nodes.map((node) => [node.model.id, node]));
  const hashes = new Map<SchemaId, string>();
  const components = strongComponents(nodes, ({ uses }) =>
    uses.flatMap(({ id }) => byId.get(id) ?? []),
  );
  for (const members of components) {
    const inside = new Set(members.map(({ model }) => model.id));
    const beyond = members.flatMap(({ uses }) =>
      uses.flatMap((used) => (inside.has(used.id) ? [] : [hashes.get(used.id) ?? ""])),
    );
    const hash = hashOf(
      [...members.map(({ own }) => own).sort(), ...new Set(beyond.sort())].join(),
    );
    for (const member of inside) hashes.set(member, hash);
  }
  // Which member of a circle it is makes a difference.
  return new Map(
    nodes.map(({ model, own }) => [model.id, hashOf(`${own} ${hashes.get(model.id) ?? ""}`)]),
  );
}
