import type { Draft } from "./draft.js";
import type { Layout } from "./layout.js";
import { importsOfRuntime, type RuntimeModule } from "./runtime.js";

/**
 * The modules of the runtime that other files import, directly or indirectly, as files.
 *
 * @param sources - The text of every module of the runtime, by file name, as TypeScript or
 * JavaScript.
 * @param imported - The modules that other files import directly.
 */
export function emitRuntime(
  sources: ReadonlyMap<string, string>,
  imported: Iterable<RuntimeModule>,
  { folder, forms, importExtension, header }: Layout,
): readonly Draft[] {
  const needed = new Set(imported);
  // The loop also visits what is added while it runs.
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

/**
 * Changes the extension of the imports of a runtime module: it only imports its neighbours, by
 * names that end in `.js`.
 */
function withExtension(text: string, extension: Layout["importExtension"]): string {
  return text.replace(/( from "\.\/[\w-]+)\.js(";)$/gm, `$1${extension}$2`);
}
