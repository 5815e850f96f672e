import { extensionIn } from "./generate.js";
import { installExample } from "./install-example.js";
import { outcomeOf } from "./outcome-of.js";
import { runReadme } from "./run-readme.js";
import type { FrameworkRow } from "./write-docs.js";

/** A folder of `examples`, whose README is run. */
export interface Example {
  /** The folder. */
  readonly name: string;
  /** What it builds and runs the generated code with. */
  readonly framework: string;
  /** The package whose version is reported. */
  readonly tool: string;
  /** Whether it is among the few that run for every commit. */
  readonly isInCi: boolean;
}

/** All of them. */
export const examples: readonly Example[] = [
  { name: "openai", framework: "tsc, whole API of OpenAI", tool: "typescript", isInCi: false },
  { name: "multi-file", framework: "tsc, several files", tool: "typescript", isInCi: true },
  { name: "vite-app", framework: "Vitest", tool: "vitest", isInCi: true },
  { name: "hono-server", framework: "Hono", tool: "hono", isInCi: true },
  { name: "jest-commonjs", framework: "ts-jest, CommonJS", tool: "ts-jest", isInCi: true },
  { name: "pnpm-monorepo", framework: "pnpm, workspace", tool: "pnpm", isInCi: false },
];

/** Installs an example, and runs the commands of its README. */
export async function runExample({ name, framework, tool }: Example): Promise<FrameworkRow> {
  const row = { name: framework, example: name };
  try {
    const example = await installExample(name);
    const outcome = await runReadme(example, tool);
    return { ...row, extension: await extensionIn(example.folder), ...outcome };
  } catch (error) {
    return { ...row, extension: undefined, ...outcomeOf(error) };
  }
}
