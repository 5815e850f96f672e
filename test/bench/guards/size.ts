import { fileURLToPath } from "node:url";
import * as batchPackage from "openai-batch-types";
import { bundle } from "../../packaging/bundle.js";
import type { Section } from "../section.js";

/** The folder with the consumers of the package. */
const folder = fileURLToPath(new URL(".", import.meta.url));

/** What each predicate and each schema of the Batch package adds to a web page. */
export async function sizes(): Promise<Section> {
  const models = Object.keys(batchPackage)
    .filter((name) => /^is[A-Z]/.test(name))
    .map((name) => name.slice(2));
  const rows: (readonly string[])[] = [];
  for (const model of models) {
    const one = [await sizeOf([`is${model}`]), await sizeOf([`${model}Schema`])];
    rows.push([`\`${model}\``, ...one.flat()]);
  }
  const all = await Promise.all(
    [models.map((model) => `is${model}`), models.map((model) => `${model}Schema`)].map(sizeOf),
  );
  return {
    title: "Guards: their size",
    about:
      "Bytes of JavaScript that a bundler makes of one predicate or schema of the Batch package, with all that " +
      "it needs: minified by esbuild, and compressed by gzip.",
    columns: ["model", "`isM`", "gzip", "`MSchema`", "gzip"],
    rows: [...rows, [`all ${models.length}`, ...all.flat()]],
    goals: [],
  };
}

async function sizeOf(names: readonly string[]): Promise<readonly [string, string]> {
  const program = `export { ${names.join(", ")} } from "openai-batch-types";`;
  const { minified, gzipped } = await bundle(program, folder);
  return [minified.toLocaleString("en"), gzipped.toLocaleString("en")];
}
