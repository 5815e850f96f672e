import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The configs with which `npm run lint:layers` runs. */
const configs = [".dependency-cruiser.js", ".dependency-cruiser.circles.js"];

/**
 * What the linter finds in the `generator/` of a folder: `rule: from → to`, or `rule: file` where it
 * is about a file.
 */
export async function violationsIn(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const config of configs) {
    const options = await extractDepcruiseOptions(root + config);
    const { output } = await cruise(["generator"], { ...options, baseDir: folder });
    if (typeof output === "string") throw new Error(output);
    for (const { rule, from, to } of output.summary.violations) {
      found.push(`${rule.name}: ${[...new Set([from, to])].map(shown).join(" → ")}`);
    }
  }
  return found.toSorted();
}

function shown(path: string): string {
  return path.replace(/^generator\//, "");
}
