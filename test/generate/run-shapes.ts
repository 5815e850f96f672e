import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = fileURLToPath(new URL("generate-shapes.ts", import.meta.url));

/** The result of the document of a shape. */
export interface GeneratedShape {
  readonly name: string;
  /** The diagnostics, or what was thrown. */
  readonly problems: readonly string[];
  /** How many modules the models are in, and how many have guards. */
  readonly modules: number;
  readonly guards: number;
}

/**
 * Generates a document of every shape of `test/bench/growth/shapes.ts`.
 *
 * @param links How many schemas are linked in each.
 * @param stackSize The size of the stack, in kilobytes, which only a process of its own can set.
 */
export async function runShapes(
  links: number,
  stackSize: number,
): Promise<readonly GeneratedShape[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--stack-size=${stackSize}`,
    ...["--import", import.meta.resolve("tsx")],
    ...[script, String(links)],
  ]);
  // The script prints nothing else.
  return JSON.parse(stdout) as readonly GeneratedShape[];
}
