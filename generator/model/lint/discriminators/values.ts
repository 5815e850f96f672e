import type { Json } from "../../../core/json.js";
import { isSamePlace } from "../../../core/place.js";
import type { Schema } from "../../../schema/schema.js";
import type { Schemas } from "../../../schema/schemas.js";
import { literalsOf, partsOf } from "../../../schema/tags.js";
import { related, warn, type Context, type Discriminator } from "./discriminator.js";
import type { Mapped } from "./mappings.js";
import { optionOf, placesIn, type Option } from "./options.js";

/**
 * Reports names that the property of their option does not allow, and options that no name leads
 * to.
 */
export function lintTags(
  options: readonly Option[],
  mapped: readonly Mapped[],
  discriminator: Discriminator,
  context: Context,
): void {
  const { propertyName } = discriminator;
  const { schemas, log } = context;
  for (const { name, schema, place } of mapped) {
    if (name === undefined) continue;
    const allowed = tagsOf(optionOf(schema, schemas), propertyName, schemas.get);
    if (allowed === undefined || allowed.includes(name)) continue;
    log.warning({
      code: "unknown-discriminator-value",
      message: `the mapping has ${JSON.stringify(name)}, which the property ${JSON.stringify(propertyName)} of its schema does not allow: ${listed(allowed)}`,
      help: "write the value that the property has there, or allow this one",
      place: { ...place, part: "key" },
      related: [{ message: "this is the schema", place: schema.place }],
    });
  }
  const targets = mapped.flatMap(({ schema }) => optionOf(schema, schemas).same);
  const unreached = options.filter((option) => {
    if (
      option.same.some((schema) => targets.some(({ place: at }) => isSamePlace(at, schema.place)))
    ) {
      return false;
    }
    if (extendsAny(option.schema, targets, schemas)) return false;
    const allowed = tagsOf(option, propertyName, schemas.get);
    return option.name === undefined || allowed?.includes(option.name) === false;
  });
  if (unreached.length === 0) return;
  warn(context, discriminator, "unreachable-option", {
    message: `no value of ${JSON.stringify(propertyName)} leads to ${unreached.length === 1 ? "an option" : `${unreached.length} options`}: the mapping does not name ${unreached.length === 1 ? "it, and the property does not allow its own name" : "them, and the property does not allow their own names"}`,
    help: "add a `mapping` for each value of the property",
    related: unreached.map((option) => {
      const allowed = tagsOf(option, propertyName, schemas.get);
      return related(
        allowed === undefined ? "an option without a name" : `its values are ${listed(allowed)}`,
        option,
      );
    }),
  });
}

/** Whether an option is itself a union with a mapped option. */
function extendsAny(schema: Schema, targets: readonly Schema[], schemas: Schemas): boolean {
  const places = placesIn(schema, schemas);
  return targets.some(({ place }) => places.some((other) => isSamePlace(other, place)));
}

/** The values that the property of an option lists, or undefined. */
function tagsOf(
  { schema }: Option,
  name: string,
  get: Schemas["get"],
): readonly Json[] | undefined {
  const lists = partsOf(schema, get).flatMap(({ keywords }) => {
    const property = keywords.properties?.get(name);
    const values = property === undefined ? undefined : literalsOf(property, get);
    return values === undefined ? [] : [values];
  });
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.includes(value)));
}

function listed(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map((value) => JSON.stringify(value));
  return [...shown, ...(values.length > shown.length ? ["…"] : [])].join(", ");
}
