import { isJsonObject, type Json } from "../../../core/json.js";
import { below, isSamePlace, type Place } from "../../../core/place.js";
import { componentSchemas } from "../../../openapi/components.js";
import { valueAt } from "../../../openapi/document.js";
import { looksLikeReference } from "../../../openapi/references.js";
import type { Schema } from "../../../schema/schema.js";
import { related, type Context, type Discriminator } from "./discriminator.js";
import { placesIn, type Option } from "./options.js";

/** What the mapping leads to, by its names. Reports what leads nowhere. */
export function mappedSchemas(
  { place, mapping, defaultMapping }: Discriminator,
  context: Context,
): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  const add = (value: Json, at: Place, name?: string): void => {
    const target = typeof value === "string" ? targetOf(value, at, context) : undefined;
    if (target === undefined) {
      context.log.warning({
        code: "unresolvable-mapping",
        message: `${name === undefined ? "`defaultMapping`" : `the mapping of ${JSON.stringify(name)}`} leads nowhere: ${JSON.stringify(value)}`,
        help: "write the name of a component schema, or a reference to a schema",
        place: at,
      });
    } else if (name !== undefined) found.set(name, target);
  };
  for (const [name, value] of Object.entries(mapping))
    add(value, below(place, "mapping", name), name);
  if (defaultMapping !== undefined) add(defaultMapping, below(place, "defaultMapping"));
  return found;
}

function targetOf(text: string, from: Place, { document, schemas }: Context): Schema | undefined {
  const component = componentSchemas(document).get(text);
  if (component !== undefined && !looksLikeReference(text)) return schemas.at(component);
  const found = document.resolve(text, from);
  const value = found.kind === "found" ? valueAt(found.place, document) : undefined;
  if (found.kind === "missing") return undefined;
  if (!isJsonObject(value)) return typeof value === "boolean" ? schemas.at(found.place) : undefined;
  // A wrong reference leads to all kinds of objects, and an empty one to the whole document.
  const node = document.nodesByValue.get(value);
  const isSchema = node === undefined || (node.kind === "Schema" && node.form === "one");
  return isSchema ? schemas.at(found.place) : undefined;
}

/** Reports mappings to what is no option. */
export function lintTargets(
  options: readonly Option[] | undefined,
  mapped: ReadonlyMap<string, Schema>,
  discriminator: Discriminator,
  context: Context,
): void {
  if (options === undefined) return;
  const { schemas, log } = context;
  const places = options.flatMap((option) => placesIn(option.schema, schemas));
  for (const [name, target] of mapped) {
    // What extends an option, or refers to it, has its values.
    const isReached = placesIn(target, schemas).some((place) =>
      places.some((other) => isSamePlace(place, other)),
    );
    if (isReached) continue;
    log.warning({
      code: "mapping-to-no-option",
      message: `the mapping of ${JSON.stringify(name)} leads to a schema that is no option here`,
      help: "add the schema to the options, or correct the mapping",
      place: below(discriminator.place, "mapping", name),
      related: [
        { message: "this is no option", place: target.place },
        ...options.map((option) => related("an option", option)),
      ],
    });
  }
}
