import type { DocTag } from "../../keywords/keyword.js";
import type { Model, Models } from "../../model/model.js";
import { composeDocs } from "../docs.js";
import { modulesOf } from "../models.js";
import type { Declaration, SourceFile } from "../source-file.js";
import { printCollector } from "./collector.js";
import { GuardModule } from "./guard-module.js";
import { checksOfModel } from "./lower.js";
import { printPredicate } from "./predicate.js";

/** The modules with the guards, one beside each module of types. */
export function emitGuards(models: Models): readonly SourceFile[] {
  return modulesOf(models).map(([module, members]) => emitModule(module, members, models));
}

function emitModule(module: string, members: readonly Model[], models: Models): SourceFile {
  const guards = new GuardModule(module, models);
  const functions = members.flatMap((model) => guardFunctions(model, guards));
  const { imports } = guards;
  for (const { name } of members) imports.type(name, `../models/${module}.js`);
  imports.type("Issue", "../runtime/issue.js");
  imports.type("ValidationResult", "../runtime/issue.js");
  imports.type("Path", "../runtime/collect.js");
  imports.type("StandardSchema", "../runtime/standard-schema.js");
  return {
    path: `src/guards/${module}.ts`,
    imports: imports.all,
    declarations: [...guards.hoisted, ...functions],
  };
}

function guardFunctions(model: Model, module: GuardModule): readonly Declaration[] {
  const { name, exports } = model;
  const checks = checksOfModel(model, module.models);
  const value = "value: unknown";
  return [
    {
      kind: "function",
      name: exports.is,
      docs: docs(`Tells whether a value is a valid {@link ${name}}.`),
      parameters: [value],
      returns: `value is ${name}`,
      body: printPredicate(checks, module),
      exported: true,
    },
    {
      kind: "function",
      name: exports.assert,
      docs: docs(
        `Throws a {@link ValidationError} that says what is wrong, unless a value is a valid {@link ${name}}.`,
      ),
      parameters: [value],
      returns: `asserts value is ${name}`,
      body: `${module.runtime("assertValid")}("${name}", ${exports.validate}(value));`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.validate,
      docs: docs(
        `Holds a value against {@link ${name}}: the result has the value, or every issue that it has.`,
      ),
      parameters: [value],
      returns: `ValidationResult<${name}>`,
      body: `return ${exports.is}(value) ? { value } : { issues: ${module.runtime("collect")}(${exports.collect}, value) };`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.parse,
      docs: docs(
        `Parses JSON text that has to be a valid {@link ${name}}; throws a {@link ValidationError} where it is not, and a \`SyntaxError\` where it is no JSON.`,
      ),
      parameters: ["json: string"],
      returns: name,
      body: `const value: unknown = JSON.parse(json);
${exports.assert}(value);
return value;`,
      exported: true,
    },
    {
      kind: "constant",
      name: exports.schema,
      docs: docs(`{@link ${name}} as a Standard Schema, for libraries that take one.`),
      type: `StandardSchema<${name}>`,
      value: `/* @__PURE__ */ ${module.runtime("standardSchema")}(${exports.validate})`,
      exported: true,
    },
    {
      kind: "function",
      name: exports.collect,
      docs: docs(
        `Adds what is wrong with a value to \`issues\`; for the guards of models that contain a {@link ${name}}.\n\n@internal`,
      ),
      parameters: [value, "path: Path", "issues: Issue[]"],
      returns: "void",
      body: printCollector(checks, module),
      exported: true,
    },
  ];
}

function docs(text: string, tags: readonly DocTag[] = []): string {
  return composeDocs(text, tags, 0) ?? text;
}
