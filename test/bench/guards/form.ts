import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What a schema asks for, in the few words that peers need to say the same. */
export type Form =
  | { readonly kind: "text" | "integer" | "flag" }
  | { readonly kind: "constant"; readonly value: string }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "nullable"; readonly form: Form }
  | { readonly kind: "list"; readonly items: Form }
  | MapForm
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "union"; readonly tag: string; readonly options: readonly string[] }
  | { readonly kind: "reference"; readonly name: string };

/** An object of texts, under any name. */
export interface MapForm {
  readonly kind: "map";
  readonly mostEntries: number;
  readonly longestKey: number;
  readonly longestValue: number;
}

export interface Member {
  readonly name: string;
  readonly isRequired: boolean;
  readonly form: Form;
}

/** The component schemas of a document, by their names. */
export type Forms = Readonly<Record<string, Form>>;

/** A Schema Object, as far as the documents of the benchmark go. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxLength?: number;
  readonly maxProperties?: number;
  readonly propertyNames?: { readonly maxLength: number };
  readonly additionalProperties?: { readonly maxLength: number };
}

export type Schemas = Readonly<Record<string, Schema>>;

/** The component schemas of an OpenAPI document. */
export function readSchemas(file: URL): Schemas {
  // Only documents of this project are read here, and every answer to them is asserted.
  const document = parse(readFileSync(file, "utf8")) as { components: { schemas: Schemas } };
  return document.components.schemas;
}

/** @throws when a schema says what no form has */
export function formsOf(schemas: Schemas): Forms {
  return Object.fromEntries(Object.entries(schemas).map(([name, each]) => [name, formOf(each)]));
}

function formOf(schema: Schema): Form {
  const { $ref, type, anyOf, oneOf, discriminator, propertyNames } = schema;
  if ($ref !== undefined) return { kind: "reference", name: nameOf($ref) };
  if (anyOf?.[0] !== undefined) return { kind: "nullable", form: formOf(anyOf[0]) };
  if (typeof type === "object") {
    return { kind: "nullable", form: formOf({ ...schema, type: type[0] ?? "null" }) };
  }
  if (schema.const !== undefined) return { kind: "constant", value: schema.const };
  if (schema.enum !== undefined) return { kind: "choice", values: schema.enum };
  if (oneOf !== undefined && discriminator !== undefined) {
    const options = oneOf.map((option) => nameOf(option.$ref ?? ""));
    return { kind: "union", tag: discriminator.propertyName, options };
  }
  if (propertyNames !== undefined) {
    return {
      kind: "map",
      mostEntries: schema.maxProperties ?? Infinity,
      longestKey: propertyNames.maxLength,
      longestValue: schema.additionalProperties?.maxLength ?? Infinity,
    };
  }
  switch (type) {
    case "string":
      return { kind: "text" };
    case "integer":
      return { kind: "integer" };
    case "boolean":
      return { kind: "flag" };
    case "array":
      return { kind: "list", items: formOf(schema.items ?? {}) };
    case "object":
      return { kind: "object", members: membersOf(schema) };
    default:
      throw new Error(`There is no form for the schema ${JSON.stringify(schema)}.`);
  }
}

function membersOf({ properties = {}, required = [] }: Schema): readonly Member[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    isRequired: required.includes(name),
    form: formOf(schema),
  }));
}

function nameOf(reference: string): string {
  return reference.replace("#/components/schemas/", "");
}
