import type { JsonObject } from "../../generator/core/json.js";
import {
  generate,
  type GenerateOptions,
  type Model,
  type OutputFile,
} from "../../generator/index.js";
import type { Guards } from "./guards.js";
import { guardsInMemory, jsonSchemasOf } from "./guards-in-memory.js";

/** A package that was generated, with what its modules export, and no folder. */
export interface PackageInMemory {
  /** Models, guards and JSON Schemas as they are printed. */
  readonly files: readonly OutputFile[];
  readonly models: readonly Model[];
  /** The guards of a model, by its name. */
  readonly guards: (model: string) => Guards;
  /** The JSON Schema of a model, by its name. */
  readonly jsonSchema: (model: string) => JsonObject;
}

/** Generates a package as `loadPackage` does, and calls its guards without writing and importing it. */
export async function packageInMemory(given: GenerateOptions): Promise<PackageInMemory> {
  const outputs = ["models", "guards", "json-schema"] as const;
  const options: GenerateOptions = {
    ...given,
    config: { outputs, importExtension: "js", format: "none", ...given.config },
  };
  const read = await guardsInMemory(options);
  const { files } = await generate(options);
  return {
    files,
    models: read.models.all,
    guards: read.guards,
    jsonSchema: jsonSchemasOf(read),
  };
}

/** The texts of files by their paths. */
export function textsOf(files: readonly OutputFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}
