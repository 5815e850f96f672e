import type { SchemaId } from "../../core/schema-id.js";
import { strongComponents } from "../../core/strong-components.js";
import { relativeUri } from "../../core/uri.js";
import type { Model, Models } from "../../model/model.js";
import { findUses } from "../../model/uses.js";
import type { Schema } from "../../schema/schema.js";
import { hashOf } from "./hash.js";

/** A module with its models, and the other modules that they use. */
interface Node {
  readonly name: string;
  readonly models: Model[];
  readonly uses: Set<Node>;
}

/**
 * Returns the hash of what each module is made from: the schemas and names of its models, and those of all
 * modules that it uses.
 *
 * @param models The models of a document.
 * @param documentUri The URI of the document. Other URIs are made relative to it, so that hashes are the
 *   same on every machine.
 * @returns The hashes by module.
 */
export function moduleSources(models: Models, documentUri: string): ReadonlyMap<string, string> {
  const writer = new SourceWriter(models, documentUri);
  const hashes = new Map<Node, string>();
  const nodes = nodesOf(models);
  for (const members of strongComponents(nodes, ({ uses }) => uses)) {
    // Modules that use each other share a hash.
    const beyond = new Set(members.flatMap(({ uses }) => [...uses].flatMap(hashesOf)));
    const [only, ...others] = members;
    const common = [...beyond].sort();
    if (only !== undefined && others.length === 0) {
      hashes.set(only, hashOf([writer.module(only), ...common].join()));
      continue;
    }
    const own = members.map((node) => hashOf(writer.module(node)));
    const whole = hashOf([...own.toSorted(), ...common].join());
    // The hash of each module also has its own schemas.
    for (const [index, node] of members.entries())
      hashes.set(node, hashOf(`${own[index]} ${whole}`));
  }
  return new Map(nodes.map((node) => [node.name, hashes.get(node) ?? ""]));

  function hashesOf(node: Node): readonly string[] {
    const hash = hashes.get(node);
    return hash === undefined ? [] : [hash];
  }
}

function nodesOf(models: Models): readonly Node[] {
  const uses = findUses(models);
  const byName = new Map<string, Node>();
  const nodeOf = (name: string): Node => {
    const known = byName.get(name) ?? { name, models: [], uses: new Set() };
    byName.set(name, known);
    return known;
  };
  for (const model of models.all) {
    const node = nodeOf(model.module);
    node.models.push(model);
    for (const used of uses(model))
      if (used.module !== node.name) node.uses.add(nodeOf(used.module));
  }
  return [...byName.values()];
}

/** Writes the schemas and names of modules as text. */
class SourceWriter {
  readonly #models: Models;
  readonly #documentUri: string;
  readonly #relative = new Map<string, string>();

  constructor(models: Models, documentUri: string) {
    this.#models = models;
    this.#documentUri = documentUri;
  }

  module({ models }: Node): string {
    let text = "";
    for (const { id, name, module, direction, isPartial, schema } of models) {
      // The other names follow from this one.
      text += `${JSON.stringify({ name, module, direction, isPartial })}${this.#schema(schema, id)}\n`;
    }
    return text;
  }

  /** @param model The id of the model around it. */
  #schema(schema: Schema, model: SchemaId): string {
    // The id includes the place.
    const id = this.#portable(schema.id);
    if (schema.id !== model && this.#models.byId.has(schema.id)) return `#${id}`;
    if (schema.kind === "boolean") return `${id} ${String(schema.value)}`;
    let text = `${id} `;
    for (const part of [schema.keywords, schema.origins, schema.numerals, schema.revision]) {
      text += part === undefined ? "," : this.#data(part, model);
    }
    return text;
  }

  #data(value: unknown, model: SchemaId): string {
    if (typeof value === "string") {
      const text = this.#portable(value);
      return `${text.length}:${text}`;
    }
    if (typeof value !== "object" || value === null) return String(value);
    if (isSchema(value)) return this.#schema(value, model);
    if (value instanceof RegExp) return String(value);
    let text = "";
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
      for (const part of value) text += `${this.#data(part, model)},`;
      return `${value.constructor.name}[${text}]`;
    }
    for (const [name, member] of Object.entries(value)) {
      text += `${name.length}:${name}=${this.#data(member, model)},`;
    }
    return `{${text}}`;
  }

  /** Replaces the folders of this machine in a text. */
  #portable(text: string): string {
    const uri = this.#documentUri;
    const own = text.startsWith(uri) && text[uri.length] === "#" ? text.slice(uri.length) : text;
    return own.includes("file://") ? own.replace(/file:\/\/[^#"]*/g, this.#shown) : own;
  }

  readonly #shown = (uri: string): string => {
    const shown = this.#relative.get(uri) ?? relativeUri(this.#documentUri, uri);
    this.#relative.set(uri, shown);
    return shown;
  };
}

/** Returns whether a part of a parsed schema is a schema: only schemas have an id and a place. */
function isSchema(value: object): value is Schema {
  return "id" in value && "place" in value && "kind" in value;
}
