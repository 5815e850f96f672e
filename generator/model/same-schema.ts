import type { SchemaId } from "../core/schema-id.js";
import { childrenOf } from "../schema/children.js";
import type { KeywordName } from "../schema/keywords/keyword-values.js";
import { forEachKeyword } from "../schema/keywords/keywords.js";
import type { Schema } from "../schema/schema.js";

/** Keywords that inform a reader and do not restrict values. */
const documentation: ReadonlySet<KeywordName> = new Set<KeywordName>([
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "default",
  "examples",
]);

/** Compares schemas by content, in linear time. */
export class SchemaKeys {
  readonly #keys = new Map<SchemaId, number>();
  readonly #numbers = new Map<string, number>();
  readonly #isApart: (schema: Schema) => boolean;

  /** @param isApart - Whether a schema differs from all others, whatever its content. */
  constructor(isApart: (schema: Schema) => boolean) {
    this.#isApart = isApart;
  }

  /** Returns a number that is the same for schemas with equal keywords and equal schemas inside. */
  of(schema: Schema): number {
    const known = this.#keys.get(schema.id);
    if (known !== undefined) return known;
    const number = this.#numberOf(this.#isApart(schema) ? schema.id : this.#textOf(schema));
    this.#keys.set(schema.id, number);
    return number;
  }

  #textOf(schema: Schema): string {
    if (schema.kind === "boolean") return String(schema.value);
    const { keywords, revision } = schema;
    const isList = (keywords.enum ?? keywords["x-open-enum"]) !== undefined;
    const inside = new Map<unknown, number>();
    for (const { schema: child } of childrenOf(schema)) inside.set(child, this.of(child));
    const replace = (_name: string, part: unknown): unknown => {
      if (part instanceof Map || part instanceof Set) return [...part];
      return inside.get(part) ?? part;
    };
    const { notes = [] } = revision ?? {};
    const texts = notes.length === 0 ? [] : [JSON.stringify(notes)];
    forEachKeyword(keywords, (_definition, value, name) => {
      // Descriptions of a list of values are shown where the list is used.
      if (!isList || !documentation.has(name)) {
        // A replacer function is slow, even if it replaces nothing.
        const text =
          typeof value === "object" ? JSON.stringify(value, replace) : JSON.stringify(value);
        texts.push(`${name} ${text}`);
      }
    });
    return texts.join("\n");
  }

  #numberOf(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}
