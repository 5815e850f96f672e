import type { Draft } from "./draft.js";
import { moduleDrafts, pathsOf, type Layout } from "./layout.js";
import type { Models } from "../model/model.js";
import { modulesOf, type ModelModule } from "./models.js";
import { keptFile, type FileCache } from "./file-cache.js";
import type { Module } from "../code/nodes.js";

/**
 * Makes the files of the modules of models, which have one in several folders each, if they have
 * changed.
 */
export class ChangedModules {
  readonly #modules: readonly ModelModule[];
  readonly #sources: ReadonlyMap<string, string>;
  readonly #cache: FileCache;
  readonly #layout: Layout;

  constructor(models: Models, documentUri: string, cache: FileCache, layout: Layout) {
    this.#modules = modulesOf(models);
    this.#sources = cache.sourcesOf(models, documentUri);
    this.#cache = cache;
    this.#layout = layout;
  }

  /** The files of one folder, including those that are kept. */
  *emit(
    folder: string,
    emitModules: (modules: readonly ModelModule[]) => Iterable<Module>,
  ): Generator<Draft> {
    const changed: ModelModule[] = [];
    const sources = new Map<string, string | undefined>();
    for (const module of this.#modules) {
      const [name] = module;
      const paths = pathsOf(`${folder}/${name}`, this.#layout);
      const source = this.#sources.get(name);
      const kept = paths.flatMap((path) => keptFile(path, source, this.#cache) ?? []);
      if (kept.length < paths.length) changed.push(module);
      else yield* kept;
      for (const path of paths) sources.set(path, source);
    }
    for (const module of emitModules(changed)) {
      for (const draft of moduleDrafts(module, this.#layout)) {
        yield { ...draft, source: sources.get(draft.path) };
      }
    }
  }
}
