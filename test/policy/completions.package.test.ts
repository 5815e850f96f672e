import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { projectOptions } from "../support/project-options.js";
import { documentOf } from "../oracle/keywords/document.js";
import { inMemory, loadPackage, type LoadedPackage } from "../support/load-package.js";

const code = `import { statusValues, type Status } from "./models/status.js";
export const known: Status = "";
export const other: Status = "something new";
export const first: "on" = statusValues[0];
export const text: string = known;
// @ts-expect-error It is still a string.
export const number: Status = 1;
`;

describe("an open enum", () => {
  let loaded: LoadedPackage;
  let service: ts.LanguageService;
  let file: string;

  beforeAll(async () => {
    const status = { type: "string", enum: ["on", "off", "in progress"] };
    loaded = await loadPackage({
      ...inMemory(documentOf("3.1.0", [["Status", status]])),
      config: { policies: { enums: "open" } },
    });
    file = join(loaded.folder, "user.ts");
    service = ts.createLanguageService({
      getCompilationSettings: () => ({ ...projectOptions(), types: [] }),
      getScriptFileNames: () => [file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (path) => {
        const text = path === file ? code : ts.sys.readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => loaded.folder,
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (path) => path === file || ts.sys.fileExists(path),
      readFile: (path) => ts.sys.readFile(path),
    });
  });

  it("has its known values completed by an editor", () => {
    const cursor = code.indexOf('""') + 1;
    const { entries = [] } = service.getCompletionsAtPosition(file, cursor, {}) ?? {};
    expect(entries.map(({ name }) => name)).toEqual(["on", "off", "in progress"]);
  });

  it("takes any string, and nothing else", () => {
    const found = [
      ...service.getSyntacticDiagnostics(file),
      ...service.getSemanticDiagnostics(file),
    ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(found).toEqual([]);
  });

  it("lists its known values", () => {
    expect(loaded.exports.statusValues).toEqual(["on", "off", "in progress"]);
  });
});
