import type { Draft } from "./draft.js";
import type { Layout } from "./layout.js";
import { importsOfRuntime, type RuntimeModule } from "./runtime.js";

/**
 * The modules of the runtime as files: those that other files import, and those that these import.
 *
 * @param sources - The text of every module of the runtime, by file name, in the forms of the layout.
 * @param imported - Those that other files import.
 */
export function emitRuntime(
  sources: ReadonlyMap<string, string>,
  imported: Iterable<RuntimeModule>,
  { folder, forms, importExtension, header }: Layout,
): readonly Draft[] {
  const needed = new Set(imported);
  // This goes through the modules that are added meanwhile as well.
  for (const name of needed) for (const inner of importsOfRuntime[name]) needed.add(inner);
  return [...needed].sort().flatMap((name) =>
    forms.map(({ extension }) => {
      const text = sources.get(`${name}${extension}`);
      if (text === undefined) throw new Error(`The runtime has no ${name}${extension}`);
      const path = `${folder}runtime/${name}${extension}`;
      return { path, text: header + withExtension(text, importExtension) };
    }),
  );
}

/** The text of a module of the runtime, which imports only its neighbours, by names that end in `.js`. */
function withExtension(text: string, extension: Layout["importExtension"]): string {
  return text.replace(/( from "\.\/[\w-]+)\.js(";)$/gm, `$1${extension}$2`);
}
