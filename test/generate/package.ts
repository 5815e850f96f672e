import { generate, type GenerateResult, type UserConfig } from "../../generator/index.js";

/** The settings that a test changes. */
export type Settings = Pick<UserConfig, "roots" | "names" | "outputs" | "target" | "format">;

/** A package in memory: the text of every file by its path, and what the generator said. */
export interface GeneratedPackage extends GenerateResult {
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The text of an OpenAPI 3.1 document.
 *
 * @param schemas - Its component schemas: a value, or JSON text where a value could not hold them.
 * @param title - The title of the API.
 */
export function documentOf(schemas: object | string, title = "Test"): string {
  const components = typeof schemas === "string" ? schemas : JSON.stringify(schemas);
  return `{
    "openapi": "3.1.0",
    "info": { "title": ${JSON.stringify(title)}, "version": "1.0.0" },
    "paths": {},
    "components": { "schemas": ${components} }
  }`;
}

/** Generates a package from the text of a document that has no errors. */
export async function generatePackage(
  text: string,
  { roots, names, outputs, target, format }: Settings = {},
): Promise<GeneratedPackage> {
  const config = {
    ...(roots !== undefined && { roots }),
    ...(names !== undefined && { names }),
    ...(outputs !== undefined && { outputs }),
    ...(target !== undefined && { target }),
    ...(format !== undefined && { format }),
  };
  const result = await generate({ spec: { text }, config });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return {
    ...result,
    texts: Object.fromEntries(result.files.map(({ path, text }) => [path, text])),
  };
}

/** Generates a package from component schemas. */
export function generateSchemas(
  schemas: object | string,
  settings: Settings = {},
): Promise<GeneratedPackage> {
  return generatePackage(documentOf(schemas), settings);
}
