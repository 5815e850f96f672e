import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../examples/", import.meta.url);

/** The folders of the examples whose generated code is in the repository: that of OpenAI is too much. */
export function committedExamples(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "openai")
    .map(({ name }) => fileURLToPath(new URL(name, folder)));
}
