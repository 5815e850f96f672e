import * as z from "zod";
import type { Form, Forms, MapForm, Member } from "../form.js";
import { forms } from "./forms.js";
import { checksOf, readMessages, type ChecksOfModels } from "./contender.js";

export const checks: ChecksOfModels = checksOf((model) => {
  const schema = schemasOf(forms)(model);
  return {
    is: (value) => schema.safeParse(value).success,
    report: (value) => readMessages(schema.safeParse(value).error?.issues),
  };
});

function schemasOf(all: Forms): (name: string) => z.ZodType {
  const schemas = new Map<string, z.ZodType>();
  const named = (name: string): z.ZodType => {
    const form = all[name];
    if (form === undefined) throw new Error(`There is no form of ${name}.`);
    const schema = schemas.get(name) ?? schemaOf(form, named);
    schemas.set(name, schema);
    return schema;
  };
  return named;
}

function schemaOf(form: Form, named: (name: string) => z.ZodType): z.ZodType {
  switch (form.kind) {
    case "text":
      return z.string();
    case "integer":
      return z.int();
    case "flag":
      return z.boolean();
    case "constant":
      return z.literal(form.value);
    case "choice":
      return z.enum(form.values);
    case "nullable":
      return schemaOf(form.form, named).nullable();
    case "list":
      return z.array(schemaOf(form.items, named));
    case "map":
      return recordOf(form);
    case "object":
      return z.object(shapeOf(form.members, named));
    case "union": {
      // The options of a union are objects.
      const options = form.options.map(named) as z.ZodObject[];
      const [first, ...others] = options;
      if (first === undefined) throw new Error("A union needs options.");
      return z.discriminatedUnion(form.tag, [first, ...others]);
    }
    case "reference":
      return named(form.name);
  }
}

/** With getters, by which Zod lets an object refer to itself. */
function shapeOf(members: readonly Member[], named: (name: string) => z.ZodType): z.ZodRawShape {
  const shape: z.ZodRawShape = {};
  for (const { name, isRequired, form } of members) {
    Object.defineProperty(shape, name, {
      enumerable: true,
      get: () => (isRequired ? schemaOf(form, named) : schemaOf(form, named).optional()),
    });
  }
  return shape;
}

function recordOf({ mostEntries, longestKey, longestValue }: MapForm): z.ZodType {
  return z
    .record(z.string().max(longestKey), z.string().max(longestValue))
    .refine((record) => Object.keys(record).length <= mostEntries);
}
