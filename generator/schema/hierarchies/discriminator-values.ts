import type { SchemaId } from "../../core/schema-id.js";
import { below } from "../../core/place.js";
import type { Document } from "../../openapi/document.js";
import { nameOfPlace } from "../../openapi/navigate.js";
import { looksLikeReference } from "../../openapi/references.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Schemas } from "../schemas.js";
import { behind } from "./structure.js";

/**
 * Returns a function that finds the discriminator values that stand for a schema: those that
 * `mapping` has for it, or else its name.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 *
 * @param components - The component schemas by their names.
 */
export function discriminatorValues(
  document: Document,
  { keywords: { discriminator }, place }: ObjectSchema,
  components: ReadonlyMap<string, Schema>,
  { at, get }: Pick<Schemas, "at" | "get">,
): (schema: Schema) => readonly string[] {
  const target = (reference: string): Schema | undefined => {
    if (!looksLikeReference(reference)) return components.get(reference);
    const found = document.resolve(reference, below(place, "discriminator", "mapping"));
    return found.kind === "found" ? at(found.place) : undefined;
  };
  const values = new Map<SchemaId, string[]>();
  for (const [value, reference] of discriminator?.mapping ?? []) {
    const schema = target(reference);
    if (schema === undefined) continue;
    const meant = behind(schema, get).id;
    values.set(meant, [...(values.get(meant) ?? []), value]);
  }
  const names = new Map<SchemaId, string>();
  for (const [name, component] of [...components].reverse())
    names.set(behind(component, get).id, name);
  for (const [name, component] of components) names.set(component.id, name);
  return (schema) => {
    const meant = behind(schema, get).id;
    return (
      values.get(meant) ?? [names.get(schema.id) ?? names.get(meant) ?? nameOfPlace(schema.place)]
    );
  };
}
