import * as v from "valibot";
import type { Form, MapForm } from "../form.js";
import { checksOf, readMessages, type ChecksOfModels } from "./contender.js";
import { forms } from "./forms.js";

type Schema = v.GenericSchema;

const schemas = new Map<string, Schema>();

export const checks: ChecksOfModels = checksOf((model) => {
  const schema = named(model);
  return {
    is: (value) => v.is(schema, value),
    report: (value) => readMessages(v.safeParse(schema, value).issues),
  };
});

function named(name: string): Schema {
  const made = schemas.get(name);
  if (made !== undefined) return made;
  const form = forms[name];
  if (form === undefined) throw new Error(`There is no form of ${name}.`);
  // Found while the schema is being made, which is when it refers to itself.
  schemas.set(
    name,
    v.lazy(() => named(name)),
  );
  const schema = schemaOf(form);
  schemas.set(name, schema);
  return schema;
}

function schemaOf(form: Form): Schema {
  switch (form.kind) {
    case "text":
      return v.string();
    case "integer":
      return v.pipe(v.number(), v.integer());
    case "flag":
      return v.boolean();
    case "constant":
      return v.literal(form.value);
    case "choice":
      return v.picklist(form.values);
    case "nullable":
      return v.nullable(schemaOf(form.form));
    case "list":
      return v.array(schemaOf(form.items));
    case "map":
      return recordOf(form);
    case "object": {
      const entries = form.members.map(({ name, isRequired, form: member }) => {
        if (isRequired) return [name, schemaOf(member)];
        // What a user would write for both.
        if (member.kind === "nullable") return [name, v.nullish(schemaOf(member.form))];
        return [name, v.optional(schemaOf(member))];
      });
      // What Object.fromEntries makes of them is an object of schemas.
      return v.object(Object.fromEntries(entries) as v.ObjectEntries);
    }
    case "union":
      // The options of a union are objects.
      return v.variant(
        form.tag,
        form.options.map(named) as v.ObjectSchema<v.ObjectEntries, undefined>[],
      );
    case "reference":
      return named(form.name);
  }
}

function recordOf({ mostEntries, longestKey, longestValue }: MapForm): Schema {
  const key = v.pipe(v.string(), v.maxLength(longestKey));
  const value = v.pipe(v.string(), v.maxLength(longestValue));
  return v.pipe(v.record(key, value), v.maxEntries(mostEntries));
}
