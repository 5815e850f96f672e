import { scope, type Type, type } from "arktype";
import type { Form, MapForm } from "../form.js";
import { checksOf, type ChecksOfModels } from "./contender.js";
import { forms } from "./forms.js";

const definitions = Object.fromEntries(
  Object.entries(forms).map(([name, form]) => [name, definitionOf(form)]),
);
// What the definitions say is known only when this runs, so no type can be inferred from them.
const types = scope(definitions as object).export() as unknown as Readonly<Record<string, Type>>;

export const checks: ChecksOfModels = checksOf((model) => {
  const schema = types[model];
  if (schema === undefined) throw new Error(`There is no type ${model}.`);
  return {
    is: (value) => schema.allows(value),
    report: (value) => {
      const out: unknown = schema(value);
      return out instanceof type.errors ? out.filter(({ message }) => message !== "").length : 0;
    },
  };
});

/** A definition in the language of ArkType: a text, or an object or tuple of definitions. */
function definitionOf(form: Form): unknown {
  switch (form.kind) {
    case "text":
      return "string";
    case "integer":
      return "number.integer";
    case "flag":
      return "boolean";
    case "constant":
      return `'${form.value}'`;
    case "choice":
      return form.values.map((value) => `'${value}'`).join(" | ");
    case "nullable":
      return [definitionOf(form.form), "|", "null"];
    case "list":
      return [definitionOf(form.items), "[]"];
    case "map":
      return recordOf(form);
    case "object":
      return Object.fromEntries(
        form.members.map(({ name, isRequired, form: member }) => [
          isRequired ? name : `${name}?`,
          definitionOf(member),
        ]),
      );
    case "union":
      return form.options.join(" | ");
    case "reference":
      return form.name;
  }
}

function recordOf({ mostEntries, longestKey, longestValue }: MapForm): unknown {
  // The bounds are numbers of a document, so the text with them is a definition.
  const record = type({ "[string]": `string <= ${longestValue}` as "string <= 512" });
  return record.narrow((entries) => {
    const keys = Object.keys(entries);
    return keys.length <= mostEntries && keys.every((key) => key.length <= longestKey);
  });
}
