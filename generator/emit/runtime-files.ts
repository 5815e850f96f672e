import type { Draft } from "./draft.js";
import { importsOfRuntime, type RuntimeModule } from "./runtime.js";

/**
 * The modules of the runtime as files of the package: those that other files import, and those that
 * these import.
 *
 * @param sources - The text of every module of the runtime, by file name.
 * @param imported - Those that other files import.
 */
export function emitRuntime(
  sources: ReadonlyMap<string, string>,
  imported: Iterable<RuntimeModule>,
): readonly Draft[] {
  const needed = new Set(imported);
  // This goes through the modules that are added meanwhile as well.
  for (const name of needed) for (const inner of importsOfRuntime[name]) needed.add(inner);
  return [...needed].sort().map((name) => {
    const text = sources.get(`${name}.ts`);
    if (text === undefined) throw new Error(`The runtime has no module ${name}`);
    return { path: `src/runtime/${name}.ts`, text };
  });
}
