import { Type, type TProperties, type TSchema } from "typebox";
import { Compile } from "typebox/compile";
import type { Form } from "../form.js";
import { checksOf, readMessages, type ChecksOfModels } from "./contender.js";
import { forms } from "./forms.js";

export const checks: ChecksOfModels = checksOf((model) => {
  const validator = Compile(named(model, []));
  return {
    is: (value) => validator.Check(value),
    report: (value) => readMessages(validator.Errors(value)),
  };
});

/** @param around The names of the schemas that it is written into. */
function named(name: string, around: readonly string[]): TSchema {
  if (around.includes(name)) return Type.Ref(name);
  const form = forms[name];
  if (form === undefined) throw new Error(`There is no form of ${name}.`);
  const schema = schemaOf(form, [...around, name]);
  return JSON.stringify(schema).includes(`"$ref":"${name}"`)
    ? Type.Cyclic({ [name]: schema }, name)
    : schema;
}

function schemaOf(form: Form, around: readonly string[]): TSchema {
  switch (form.kind) {
    case "text":
      return Type.String();
    case "integer":
      return Type.Integer();
    case "flag":
      return Type.Boolean();
    case "constant":
      return Type.Literal(form.value);
    case "choice":
      return Type.Enum([...form.values]);
    case "nullable":
      return Type.Union([schemaOf(form.form, around), Type.Null()]);
    case "list":
      return Type.Array(schemaOf(form.items, around));
    case "map":
      return Type.Record(Type.String(), Type.String({ maxLength: form.longestValue }), {
        maxProperties: form.mostEntries,
        propertyNames: { maxLength: form.longestKey },
      });
    case "object": {
      const properties: TProperties = {};
      for (const { name, isRequired, form: member } of form.members) {
        const schema = schemaOf(member, around);
        properties[name] = isRequired ? schema : Type.Optional(schema);
      }
      return Type.Object(properties);
    }
    case "union":
      return Type.Union(form.options.map((option) => named(option, around)));
    case "reference":
      return named(form.name, around);
  }
}
