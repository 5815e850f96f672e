import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { projectOptions } from "../support/project-options.js";

/**
 * Compiles the TypeScript files of a folder with the settings of this project, which are stricter
 * than those of any package that is generated.
 *
 * @param folder - an absolute path
 * @returns what is wrong, one text for each error, with the line that it is about
 */
export function compile(folder: string): readonly string[] {
  const rootNames = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
  // Nothing but the language: what is generated runs in browsers and in Node.js.
  const program = ts.createProgram({ rootNames, options: { ...projectOptions(), types: [] } });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => describe(diagnostic, folder));
}

function describe({ file, start = 0, code, messageText }: ts.Diagnostic, folder: string): string {
  const message = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  if (file === undefined) return message;
  const { line } = file.getLineAndCharacterOfPosition(start);
  const starts = file.getLineStarts();
  const source = file.text.slice(starts[line], starts[line + 1]).trim();
  return `${file.fileName.replace(`${folder}/`, "")}:${line + 1}: ${message}\n    ${source}`;
}
