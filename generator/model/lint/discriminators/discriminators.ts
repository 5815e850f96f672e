import type { DiagnosticLog } from "../../../core/diagnostic.js";
import type { SchemaId } from "../../../core/schema-id.js";
import { nullable } from "../../../schema/hierarchies/structure.js";
import { reach } from "../../../schema/reach.js";
import type { ObjectSchema, Schema } from "../../../schema/schema.js";
import type { Schemas } from "../../../schema/schemas.js";
import { isBaseReading } from "../../../schema/scope.js";
import { discriminatorOf, warn, type Context, type Discriminator } from "./discriminator.js";
import { lintTargets, mappedSchemas } from "./mappings.js";
import { optionOf, optionsOf } from "./options.js";
import { lintProperty } from "./properties.js";
import { lintTags } from "./values.js";

/**
 * Warns of a `discriminator` that contradicts its options. Guardsmith tells options apart by their
 * schemas, but other tools rely on the `discriminator`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#discriminator-object | OpenAPI 3.2, Discriminator Object}
 */
export function lintDiscriminators(
  all: readonly Schema[],
  input: Pick<Context, "document" | "schemas" | "isWhole">,
  log: DiagnosticLog,
): void {
  const context: Context = { ...input, log, extending: findExtending(all, input.schemas) };
  for (const schema of all) {
    if (schema.kind === "boolean" || schema.keywords.discriminator === undefined) continue;
    // A schema that is read as a base lacks its written options.
    if (isBaseReading(schema)) continue;
    const discriminator = discriminatorOf(schema, input.document);
    if (discriminator !== undefined) lintDiscriminator(schema, discriminator, context);
  }
}

function findExtending(
  all: readonly Schema[],
  { get }: Schemas,
): ReadonlyMap<SchemaId, readonly ObjectSchema[]> {
  const bases = all.filter(
    (schema) => schema.kind === "object" && schema.keywords.discriminator !== undefined,
  );
  if (bases.length === 0) return new Map();
  /** The schemas that each schema is a part of, or the alternative to `null` of. */
  const around = new Map<SchemaId, ObjectSchema[]>();
  for (const schema of all) {
    if (schema.kind === "boolean") continue;
    const { $ref, allOf = [] } = schema.keywords;
    const inner = nullable(schema);
    const parts = [
      ...allOf,
      ...($ref === undefined ? [] : [get($ref)]),
      ...(inner === undefined ? [] : [inner]),
    ];
    for (const { id } of parts) {
      const known = around.get(id);
      if (known === undefined) around.set(id, [schema]);
      else known.push(schema);
    }
  }
  return new Map(
    bases.map((base) => {
      const reached = reach([base], ({ id }) => around.get(id) ?? []);
      return [base.id, reached.filter((schema) => schema !== base).filter(isExtending)];
    }),
  );
}

function isExtending(schema: Schema): schema is ObjectSchema {
  return (
    schema.kind === "object" && schema.within !== "allOf" && schema.keywords.allOf !== undefined
  );
}

function lintDiscriminator(
  schema: ObjectSchema,
  discriminator: Discriminator,
  context: Context,
): void {
  const { schemas } = context;
  const union = optionsOf(schema, schemas);
  const children = context.extending.get(schema.id) ?? [];
  const mapped = mappedSchemas(discriminator, context);
  const options = (union ?? children).map((each) => optionOf(each, schemas));
  if (union === undefined && options.length === 0 && mapped.length === 0) {
    // Schemas that extend it may exist without being read.
    if (!context.isWhole) return;
    warn(context, discriminator, "discriminator-without-options", {
      message:
        "`discriminator` has no options: there is no `oneOf` or `anyOf` beside it, and no schema extends this one by `allOf`",
      help: "add the options, or remove it",
    });
    return;
  }
  lintTargets(union === undefined ? undefined : options, mapped, context);
  lintProperty(union === undefined ? [optionOf(schema, schemas)] : options, discriminator, context);
  // A part inside another schema that extends this one is not an option of its own.
  const chosen = union === undefined ? options.filter(({ name }) => name !== undefined) : options;
  lintTags(chosen, mapped, discriminator, context);
}
