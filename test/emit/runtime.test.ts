import ts from "typescript";
import { expect, it } from "vitest";
import { importsOfRuntime } from "../../generator/emit/runtime.js";
import { readRuntimeSources } from "../../generator/output/runtime-sources.js";

it("the table of the runtime has its modules, and what each of them imports", async () => {
  const imports = [...(await readRuntimeSources("ts"))].map(([file, text]) => {
    const imported = ts.preProcessFile(text).importedFiles;
    const names = imported.map(({ fileName }) => fileName.replace(/^\.\/(.*)\.js$/, "$1"));
    // A module may have one statement for values and one for types.
    return [file.replace(/\.ts$/, ""), [...new Set(names)].sort()];
  });
  expect(importsOfRuntime).toEqual(Object.fromEntries(imports));
});
