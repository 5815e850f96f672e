import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFolder } from "../support/native-compiler.js";
import { inPlace, type Block } from "./blocks.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * What the blocks take for granted: `environment.ts` brings it when they run. The sources of Guardsmith
 * need what they say about packages without types, where no import leads.
 */
const environment = `
  /// <reference path="${root}generator/core/helper-validator-identifier.d.ts" />
  /// <reference path="${root}generator/text/js-yaml.d.ts" />
  declare global {
    const headers: Record<string, string>;
  }
  export {};
`;

/** The settings of the project, but for those that make an example longer than it has to be. */
const settings = {
  types: ["node"],
  declaration: false,
  isolatedDeclarations: false,
  noUnusedLocals: false,
};

/**
 * Compiles blocks, each as a module with the packages of the project, as strictly as the project itself.
 *
 * @returns What the compiler finds, as `README.md:24:5 TS2304: …`.
 */
export function compileErrors(blocks: readonly Block[]): readonly string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "guardsmith-blocks-")));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "environment.ts"), environment);
    for (const block of blocks) {
      const path = join(folder, `${block.file}.${block.line}.ts`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, inPlace(block));
    }
    return compileFolder(folder, settings).map((error) =>
      error.replace(/^(.*)\.\d+\.ts\((\d+),(\d+)\): error (TS\d+)/, "$1:$2:$3 $4"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
