import { fileURLToPath } from "node:url";
import { generate } from "../../generator/index.js";
import type { Files } from "./project.js";

/** The name of the package of the Batch API. */
const name = "openai-batch-types";

const spec = fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url));

/** Whether a page imports operations of the Batch API, which the package of this project does not have. */
export function usesOperations(markdown: string): boolean {
  return /from "openai-batch-types\/(?:operations|client|server)/.test(markdown);
}

/** The package of the Batch API with operations, as it is installed. */
export async function batchPackage(): Promise<Files> {
  const outputs = ["models", "guards", "json-schema", "openapi", "operations", "package"] as const;
  const config = { outputs, target: "js", package: { name } } as const;
  const { files, diagnostics } = await generate({ spec, config });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return Object.fromEntries(files.map(({ path, text }) => [`node_modules/${name}/${path}`, text]));
}
