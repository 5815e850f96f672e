import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as typia from "typia/lib/transform";
import ts from "typescript";
import { modelNames } from "../contenders/contender.js";
import type { Form, Forms } from "../form.js";

// Its declarations are those of its CommonJS module only.
const { default: transform } = createRequire(import.meta.url)(
  "typia/lib/transform",
) as typeof typia.default;

/**
 * Writes the models as types with the tags of typia, and compiles them by TypeScript with the
 * transformer of typia.
 *
 * @param folder Where `typia.js` goes.
 */
export async function compileWithTypia(forms: Forms, folder: string): Promise<void> {
  const file = join(folder, "typia.ts");
  await mkdir(folder, { recursive: true });
  await writeFile(file, moduleOf(forms));
  const program = ts.createProgram({
    rootNames: [file],
    options: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      strict: true,
      skipLibCheck: true,
      types: [],
    },
  });
  const problems = [...ts.getPreEmitDiagnostics(program)];
  program.emit(undefined, undefined, undefined, false, {
    before: [transform(program, {}, { addDiagnostic: (each) => problems.push(each) })],
  });
  // The compiler and the linters of this project look at all TypeScript that they find.
  await rm(file);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new Error(`typia: ${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`);
  }
}

function moduleOf(forms: Forms): string {
  return [
    `import typia, { tags } from "typia";`,
    ...Object.entries(forms).map(([name, form]) =>
      form.kind === "object"
        ? `export interface ${name} ${typeOf(form)}`
        : `export type ${name} = ${typeOf(form)};`,
    ),
    ...modelNames.flatMap((name) => [
      `export const is${name} = typia.createIs<${name}>();`,
      `export const validate${name} = typia.createValidate<${name}>();`,
    ]),
  ].join("\n");
}

function typeOf(form: Form): string {
  switch (form.kind) {
    case "text":
      return "string";
    case "integer":
      return `(number & tags.Type<"int64">)`;
    case "flag":
      return "boolean";
    case "constant":
      return JSON.stringify(form.value);
    case "choice":
      return form.values.map((value) => JSON.stringify(value)).join(" | ");
    case "nullable":
      return `${typeOf(form.form)} | null`;
    case "list":
      return `Array<${typeOf(form.items)}>`;
    case "map":
      // There is no tag for the number of entries or the length of their names.
      return `Record<string, string & tags.MaxLength<${form.longestValue}>>`;
    case "object": {
      const members = form.members.map(
        ({ name, isRequired, form: member }) =>
          `${JSON.stringify(name)}${isRequired ? "" : "?"}: ${typeOf(member)};`,
      );
      return `{ ${members.join(" ")} }`;
    }
    case "union":
      return form.options.join(" | ");
    case "reference":
      return form.name;
  }
}
