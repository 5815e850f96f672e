import { isJsonObject } from "../../../core/json.js";
import { below, isSamePlace, type Place } from "../../../core/place.js";
import { componentSchemas } from "../../../openapi/components.js";
import { nodesOnWay, valueAt } from "../../../openapi/document.js";
import { looksLikeReference } from "../../../openapi/references.js";
import type { Schema } from "../../../schema/schema.js";
import { related, type Context, type Discriminator } from "./discriminator.js";
import { placesIn, type Option } from "./options.js";

/** A schema that a name of the mapping leads to, or `defaultMapping`. */
export interface Mapped {
  /** The name; undefined for `defaultMapping`, which stands for all other values. */
  readonly name: string | undefined;
  readonly schema: Schema;
  readonly place: Place;
}

/** Returns the schemas that the mapping leads to. Reports names that lead nowhere. */
export function mappedSchemas(
  { place, mapping, defaultMapping }: Discriminator,
  context: Context,
): readonly Mapped[] {
  const named = Object.entries(mapping).map(([name, value]) => ({
    name,
    value,
    at: below(place, "mapping", name),
  }));
  const other = { name: undefined, value: defaultMapping, at: below(place, "defaultMapping") };
  return [...named, other].flatMap(({ name, value, at }) => {
    if (value === undefined) return [];
    const schema = typeof value === "string" ? targetOf(value, at, context) : undefined;
    if (schema !== undefined) return [{ name, schema, place: at }];
    context.log.warning({
      code: "unresolvable-mapping",
      message: `${wordsOf(name)} leads nowhere: ${JSON.stringify(value)}`,
      help: "write the name of a component schema, or a reference to a schema",
      place: at,
    });
    return [];
  });
}

function wordsOf(name: string | undefined): string {
  return name === undefined ? "`defaultMapping`" : `the mapping of ${JSON.stringify(name)}`;
}

function targetOf(text: string, from: Place, { document, schemas }: Context): Schema | undefined {
  const component = componentSchemas(document).get(text);
  if (component !== undefined && !looksLikeReference(text)) return schemas.at(component);
  const found = document.resolve(text, from);
  const value = found.kind === "found" ? valueAt(found.place, document) : undefined;
  if (found.kind === "missing") return undefined;
  if (!isJsonObject(value) && typeof value !== "boolean") return undefined;
  // A wrong reference may lead to any object, and an empty one leads to the whole document.
  const node = nodesOnWay(found.place, document).at(-1);
  const isOther = node?.kind !== "Schema" || node.form !== "one";
  return node?.value === value && isOther ? undefined : schemas.at(found.place);
}

/** Reports mappings to schemas that are not options. */
export function lintTargets(
  options: readonly Option[] | undefined,
  mapped: readonly Mapped[],
  { schemas, log }: Context,
): void {
  if (options === undefined) return;
  const places = options.flatMap((option) => placesIn(option.schema, schemas));
  for (const { name, schema, place } of mapped) {
    // A schema that extends an option, or refers to it, has its values.
    const isReached = placesIn(schema, schemas).some((one) =>
      places.some((other) => isSamePlace(one, other)),
    );
    if (isReached) continue;
    log.warning({
      code: "mapping-to-no-option",
      message: `${wordsOf(name)} leads to a schema that is not an option here`,
      help: "add the schema to the options, or correct the mapping",
      place,
      related: [
        { message: "this is not an option", place: schema.place },
        ...options.map((option) => related("an option", option)),
      ],
    });
  }
}
