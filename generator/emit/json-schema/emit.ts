import type { Model, Models } from "../../model/model.js";
import { encodeJson, encodeString } from "../../code/encode.js";
import { Imports } from "../../code/imports.js";
import type { ModelModule } from "../models.js";
import type { Declaration, SourceFile } from "../../code/source-file.js";
import { modelsUsedBy, printSchemaOf } from "./print.js";

const runtime = "../runtime/json-schema.js";

/**
 * The modules with the JSON Schemas, one beside each module of types.
 *
 * A schema has to bring along all that it refers to. Written out, that would be a good part of a large
 * document for each model, so the schemas name those that they use, and share them.
 */
export function emitJsonSchemas(
  modules: readonly ModelModule[],
  models: Models,
): readonly SourceFile[] {
  return modules.map(([module, members]) => {
    const imports = new Imports();
    imports.value("jsonSchema", runtime);
    imports.type("JsonSchema", runtime);
    const nameOf = ({ module: other, exports }: Model): string =>
      other === module ? exports.jsonSchema : imports.value(exports.jsonSchema, `./${other}.js`);
    const schemas = members.map((model) => declareSchema(model, models, nameOf));
    return {
      path: `src/json-schema/${module}.ts`,
      imports: imports.all,
      declarations: [
        // Whoever exports a schema again needs a name for its type.
        { kind: "reexport", from: runtime, names: ["JsonSchema"], typeOnly: true },
        ...schemas,
      ],
    };
  });
}

function declareSchema(
  model: Model,
  models: Models,
  nameOf: (model: Model) => string,
): Declaration {
  const { name, exports } = model;
  const schema = encodeJson(printSchemaOf(model, models));
  const uses = [...modelsUsedBy(model, models)].map(nameOf);
  const parameters = [
    encodeString(name),
    schema,
    ...(uses.length === 0 ? [] : [`() => [${uses.join(", ")}]`]),
  ];
  return {
    kind: "constant",
    name: exports.jsonSchema,
    docs: `\`${name}\` as a JSON Schema.\n\n@example const isValid = new Ajv2020().compile(${exports.jsonSchema});`,
    type: "JsonSchema",
    value: `/* @__PURE__ */ jsonSchema(${parameters.join(", ")})`,
    exported: true,
  };
}
