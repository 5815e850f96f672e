import type { SchemaId } from "../../core/schema-id.js";
import type { Json } from "../../core/json.js";
import type { Model } from "../../model/model.js";
import { docsOf } from "../docs.js";
import { encodeJson, encodePropertyName } from "../../code/encode.js";
import { typeExample } from "../examples.js";
import type { Declaration, Member } from "../../code/source-file.js";
import type { ModelTypes } from "../../types/algebra.js";
import { printIndexType, printType, type NameOfModel } from "./print.js";
import { extensionOf, type ShapedTypes } from "../../model/shape.js";
import type { ObjectType, Type } from "../../types/type.js";

/** What declaring a model needs besides the model. */
export interface DeclareContext {
  readonly types: ShapedTypes;
  readonly nameOf: NameOfModel;
  /** The doc comment of a schema that describes a property. */
  readonly propertyDocs: (schema: SchemaId) => string | undefined;
}

/** Declares a model: an interface for objects, an alias for anything else, and its values. */
export function declareModel(model: Model, context: DeclareContext): readonly Declaration[] {
  const type = context.types.get(model.id);
  const docs = docsOf(model.schema, 0, formNote(model), typeExample(model, context.types));
  const documented = docs === undefined ? {} : { docs };
  const values = literalsOf(model, context);
  if (values !== undefined) {
    const isOpen = type.kind === "union" && type.members.some(({ kind }) => kind === "otherString");
    return declareValues(model, values, isOpen, docs);
  }
  if (type.kind === "object") {
    const members = membersOf(type, context);
    return [{ kind: "interface", name: model.name, ...documented, members }];
  }
  const extension = extensionOf(type, context.types);
  if (extension !== undefined) {
    return [
      {
        kind: "interface",
        name: model.name,
        ...documented,
        extends: context.nameOf(extension.base),
        members: propertiesOf(extension.added, context),
      },
    ];
  }
  return [
    { kind: "alias", name: model.name, ...documented, type: printType(type, context.nameOf) },
  ];
}

/** What is different in the model of a direction. */
function formNote({ direction, isPartial = false }: Model): string {
  if (direction === undefined) return "";
  return `As it is in ${direction}s${isPartial ? leftOut[direction] : ""}.`;
}

const leftOut = {
  request: ": without the properties that are read-only",
  response: ": without the properties that are write-only",
} as const;

/** The values of a model that is a union of literals, in the order of the schema. */
export function literalsOf(
  { id, schema }: Model,
  { types }: { readonly types: ModelTypes },
): readonly Json[] | undefined {
  const type = types.get(id);
  const all = type.kind === "union" ? type.members : [type];
  const members = all.filter(({ kind }) => kind !== "otherString");
  const isEnum =
    schema.kind === "object" &&
    (schema.keywords.enum !== undefined || schema.keywords["x-open-enum"] !== undefined);
  if (members.length < 2 && !isEnum) return undefined;
  const values = members.map((member) => literalOf(member));
  return values.includes(undefined) ||
    !values.some((value) => typeof value === "string" || typeof value === "number")
    ? undefined
    : values.filter((value) => value !== undefined);
}

function literalOf(type: Type): Json | undefined {
  if (type.kind === "literal") return type.value;
  return type.kind === "primitive" && type.name === "null" ? null : undefined;
}

function declareValues(
  { name, exports }: Model,
  values: readonly Json[],
  isOpen: boolean,
  docs: string | undefined,
): readonly Declaration[] {
  return [
    {
      kind: "constant",
      name: exports.values,
      docs: `${isOpen ? "The known values" : "Every value"} of {@link ${name}}.\n\n@example for (const value of ${exports.values}) console.log(value);`,
      value: `${encodeJson(values)} as const`,
      exported: true,
    },
    {
      kind: "alias",
      name,
      ...(docs !== undefined && { docs }),
      type: `(typeof ${exports.values})[number]${isOpen ? " | (string & {})" : ""}`,
    },
  ];
}

function membersOf(type: ObjectType, context: DeclareContext): readonly Member[] {
  const index = printIndexType(type, context.nameOf);
  return [
    ...propertiesOf(type, context),
    ...(index === undefined ? [] : [{ name: "[key: string]", optional: false, type: index }]),
  ];
}

function propertiesOf(type: ObjectType, context: DeclareContext): readonly Member[] {
  return type.properties.map((property) => {
    const docs =
      property.documentedBy === undefined ? undefined : context.propertyDocs(property.documentedBy);
    return {
      name: encodePropertyName(property.name),
      ...(docs !== undefined && { docs }),
      optional: property.optional,
      type: printType(property.type, context.nameOf),
    };
  });
}
