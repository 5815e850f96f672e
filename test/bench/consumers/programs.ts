import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** A program that uses every type of an output. */
export interface Consumer {
  readonly text: string;
  /** How many types it uses. */
  readonly count: number;
}

/**
 * A program that uses each type of Guardsmith's package.
 *
 * @param sources The folder with the sources of the package, which tell the names.
 * @param entry What the program imports.
 */
export async function consumerOfModels(sources: string, entry: string): Promise<Consumer> {
  const folder = join(sources, "models");
  const texts = await Promise.all(
    (await readdir(folder)).sort().map((name) => readFile(join(folder, name), "utf8")),
  );
  const types = texts.flatMap((text) =>
    [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = ""]) => `api.${name}`),
  );
  return consumerOf([`import * as api from "${entry}";`, "export { api };"], types);
}

/** A program that infers the type of each zod schema of hey-api's output, in the folder beside it. */
export async function consumerOfZod(output: string): Promise<Consumer> {
  const text = await readFile(join(output, "zod.gen.ts"), "utf8");
  const names = [...text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name);
  return consumerOf(
    [
      'import type { z } from "zod";',
      'import * as schemas from "./out/zod.gen.js";',
      'export type * from "./out/types.gen.js";',
      "export { schemas };",
    ],
    names.map((name) => `z.infer<typeof schemas.${name}>`),
  );
}

/** A program that uses each component schema of openapi-typescript's output, beside it. */
export async function consumerOfComponents(document: string): Promise<Consumer> {
  // What openapi-typescript has read is a document.
  const { components } = parse(await readFile(document, "utf8")) as {
    readonly components: { readonly schemas: object };
  };
  return consumerOf(
    ['import type { components } from "./out/api.js";'],
    Object.keys(components.schemas).map((name) => `components["schemas"][${JSON.stringify(name)}]`),
  );
}

/** Asks for the properties of each type, so that the compiler cannot put off what it is. */
function consumerOf(imports: readonly string[], types: readonly string[]): Consumer {
  const uses = types.flatMap((type, index) => [
    `export declare const value${index}: ${type};`,
    `export declare const key${index}: keyof ${type};`,
  ]);
  return { text: [...imports, ...uses, ""].join("\n"), count: types.length };
}
