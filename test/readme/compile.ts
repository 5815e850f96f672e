import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFolder } from "../support/native-compiler.js";
import { inPlace, pathOf, type Block } from "./blocks.js";
import type { Files } from "./project.js";

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
  // What a program that runs from its sources imports, and what NestJS is written with.
  allowImportingTsExtensions: true,
  experimentalDecorators: true,
};

/**
 * Compiles blocks, each as a module with the packages of the project, as strictly as the project itself.
 *
 * @param blocks - The blocks of any pages.
 * @param projects - The files that the blocks of a page can import, by the page.
 * @returns What the compiler finds, as `README.md:24:5 TS2304: …`.
 */
export function compileErrors(
  blocks: readonly Block[],
  projects: ReadonlyMap<string, Files> = new Map(),
): readonly string[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "guardsmith-blocks-")));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "environment.ts"), environment);
    const put = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const [page, files] of projects) {
      for (const [path, text] of Object.entries(files)) put(`${page}/${path}`, text);
    }
    for (const block of blocks) put(`${block.file}/${pathOf(block)}`, inPlace(block));
    return compileFolder(folder, settings).map((error) =>
      error.replace(/^(.*\.md)\/.*?\((\d+),(\d+)\): error (TS\d+)/, "$1:$2:$3 $4"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
