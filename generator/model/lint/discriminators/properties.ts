import { isNullOnly } from "../../../schema/keywords/in-place.js";
import type { ObjectSchema, Schema } from "../../../schema/schema.js";
import type { Schemas } from "../../../schema/schemas.js";
import { partsOf } from "../../../schema/tags.js";
import { related, warn, type Context, type Discriminator } from "./discriminator.js";
import type { Option } from "./options.js";

/** Reports options that do not describe or do not require the property. */
export function lintProperty(
  options: readonly Option[],
  discriminator: Discriminator,
  context: Context,
): void {
  const { propertyName, defaultMapping } = discriminator;
  const { get } = context.schemas;
  const name = JSON.stringify(propertyName);
  const lacking = options.filter(({ schema }) => !every(schema, get, hasProperty(propertyName)));
  if (lacking.length > 0) {
    warn(context, discriminator, "missing-discriminator-property", {
      message: `\`propertyName\` is ${name}, which ${lacking.length === options.length ? "no option describes" : "not every option describes"}`,
      help: "describe the property in each option, and require it, or correct its name",
      related: lacking.map((option) => related("this does not describe it", option)),
    });
  }
  // If the property is missing, `defaultMapping` decides what a value is.
  if (defaultMapping !== undefined) return;
  const optional = options.filter(
    (option) => !lacking.includes(option) && !every(option.schema, get, requires(propertyName)),
  );
  if (optional.length === 0) return;
  warn(context, discriminator, "optional-discriminator-property", {
    message: `the property ${name} of a \`discriminator\` must be required, but ${optional.length === options.length ? "no option requires it" : "not every option requires it"}`,
    help: `add ${name} to \`required\``,
    related: optional.map((option) => related("this does not require it", option)),
  });
}

type Get = Schemas["get"];

/** Whether something holds for a part of a schema, or for all its options. */
function every(
  schema: Schema,
  get: Get,
  says: (part: ObjectSchema) => boolean,
  seen: ReadonlySet<Schema> = new Set(),
): boolean {
  if (schema.kind === "boolean" || seen.has(schema)) return false;
  const parts = partsOf(schema, get);
  if (parts.some(says)) return true;
  const around = new Set([...seen, schema]);
  return parts.some(({ keywords: { oneOf, anyOf } }) =>
    (oneOf ?? anyOf)
      ?.filter((option) => !isNullOnly(option))
      .every((option) => every(option, get, says, around)),
  );
}

function hasProperty(name: string): (part: ObjectSchema) => boolean {
  return ({ keywords: { properties } }) => properties?.has(name) === true;
}

function requires(name: string): (part: ObjectSchema) => boolean {
  return ({ keywords: { required } }) => required?.includes(name) === true;
}
