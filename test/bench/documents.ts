import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const corpus = resolve(process.env.GUARDSMITH_CORPUS ?? "../shared/specs");

/** The document of this project. */
export const batchDocument: string = fileURLToPath(
  new URL("../../spec/openapi.yaml", import.meta.url),
);

/**
 * The whole document of OpenAI.
 *
 * @param part What it is for; named where the document is missing.
 * @returns `undefined`, and a line on standard output, where it is missing.
 */
export function openaiDocument(part: string): string | undefined {
  return documentAt("openai.yaml", part);
}

/** The document of Box, as {@link openaiDocument} finds that of OpenAI. */
export function boxDocument(part: string): string | undefined {
  return documentAt("box.json", part);
}

function documentAt(name: string, part: string): string | undefined {
  const file = join(corpus, name);
  if (existsSync(file)) return file;
  console.log(`${part}: a document is skipped, there is no ${file} (GUARDSMITH_CORPUS)`);
  return undefined;
}
