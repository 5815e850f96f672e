import type { SchemaId } from "../../core/schema-id.js";
import { componentSchemas } from "../../openapi/components.js";
import type { Document } from "../../openapi/document.js";
import type { PolicyAt } from "../policies/find-policies.js";
import { reachByReference } from "../reach.js";
import type { ObjectSchema, Schema } from "../schema.js";
import type { Schemas } from "../schemas.js";
import { literalsOf, partsOf } from "../tags.js";
import { discriminatorValues } from "./discriminator-values.js";
import { aliased, behind, nullable, writtenParts, type Lookup } from "./structure.js";

/** An option of a base that is read as a union. */
export interface Extension {
  readonly schema: Schema;
  /** The discriminator values that stand for it; undefined, if its own schema lists them. */
  readonly values: readonly string[] | undefined;
}

/** A base, and the part of it that has the `discriminator`. */
interface Base {
  readonly target: Schema;
  readonly part: ObjectSchema;
}

/** Finds the schemas that extend one. */
type Extensions = (base: Schema) => readonly Schema[];

/** The extensions that form the union of a base with a `discriminator`. */
export interface DiscriminatedUnion {
  readonly propertyName: string;
  readonly options: readonly Extension[];
}

/**
 * Finds the bases with a `discriminator` that other schemas extend by `allOf` and that list none of
 * them, if the policy reads such a base as the union of its extensions.
 *
 * @param roots - The schemas that models are made of. All components are considered, even those
 * that no root reaches, so that a union does not depend on what else is generated.
 * @returns The unions, by the ids of the schemas that have the `discriminator`.
 */
export function findDiscriminated(
  document: Document,
  schemas: Schemas,
  roots: readonly Schema[],
  policyAt: PolicyAt,
): ReadonlyMap<SchemaId, DiscriminatedUnion> {
  const { get } = schemas;
  const components = new Map(
    [...componentSchemas(document)].map(([name, place]) => [name, schemas.at(place)]),
  );
  const all = reachByReference([...components.values(), ...roots], get);
  const extensions = findExtensions(all, get);
  const bases = new Map(
    all.flatMap((target): readonly (readonly [SchemaId, Base])[] => {
      const part = discriminatedPart(target);
      const isRead = part !== undefined && policyAt(part.place).polymorphism === "union";
      return isRead && extensions(target).length > 0 ? [[target.id, { target, part }]] : [];
    }),
  );
  const isUnion = (schema: Schema): boolean => bases.has(schema.id) || hasOptions(schema);
  const found = new Map<SchemaId, DiscriminatedUnion>();
  for (const { target, part: base } of bases.values()) {
    const { discriminator } = base.keywords;
    if (discriminator === undefined) continue;
    const { propertyName } = discriminator;
    const valuesOf = discriminatorValues(document, base, components, schemas);
    const inBase = new Set(partsOf(base, get).map(({ id }) => id));
    const options = withExtensions(target, extensions, isUnion).flatMap(
      (schema): readonly Extension[] => {
        const listed = partsOf(schema, get).flatMap((part) => {
          const property = part.keywords.properties?.get(propertyName);
          const literals = property && literalsOf(property, get);
          return literals === undefined ? [] : [{ part, literals }];
        });
        const values = valuesOf(schema).filter((value) =>
          listed.every(({ literals }) => literals.includes(value)),
        );
        // No value stands for a base whose name is not among the values.
        if (schema.id === target.id && values.length === 0) return [];
        const isTold = isUnion(schema) || listed.some(({ part }) => !inBase.has(part.id));
        return [
          {
            schema,
            values: schema.id !== target.id && (isTold || values.length === 0) ? undefined : values,
          },
        ];
      },
    );
    found.set(base.id, { propertyName, options });
  }
  return found;
}

/** Indexes the schemas by what they refer to in their `allOf`. */
function findExtensions(schemas: readonly Schema[], get: Lookup): Extensions {
  const found = new Map<SchemaId, Schema[]>();
  for (const schema of schemas) {
    if (aliased(schema, get) !== undefined) continue;
    for (const { keywords } of writtenParts(schema)) {
      if (keywords.$ref === undefined) continue;
      const { id } = behind(get(keywords.$ref), get);
      const known = found.get(id);
      if (known === undefined) found.set(id, [schema]);
      else known.push(schema);
    }
  }
  return (base) => found.get(behind(base, get).id) ?? [];
}

/**
 * The extensions of a base, also through schemas that are not unions themselves, and last the base.
 */
function withExtensions(
  base: Schema,
  extensions: Extensions,
  isUnion: (schema: Schema) => boolean,
): readonly Schema[] {
  const found = new Map(extensions(base).map((schema) => [schema.id, schema]));
  // The loop also visits what is added while it runs.
  for (const schema of found.values()) {
    for (const next of isUnion(schema) ? [] : extensions(schema)) found.set(next.id, next);
  }
  found.delete(base.id);
  return [...found.values(), base];
}

/** The part of a schema that has a `discriminator` and lists no options. */
function discriminatedPart(schema: Schema): ObjectSchema | undefined {
  if (hasOptions(schema)) return undefined;
  return writtenParts(schema).find(({ keywords }) => keywords.discriminator !== undefined);
}

function hasOptions(schema: Schema): boolean {
  return writtenParts(schema).some(
    (part) =>
      nullable(part) === undefined &&
      (part.keywords.oneOf !== undefined || part.keywords.anyOf !== undefined),
  );
}
