import { moduleDraft, type Draft } from "./draft.js";
import type { Models } from "../model/model.js";
import { modulesOf, type ModelModule } from "./models.js";
import { keptFile, type FileCache } from "./file-cache.js";
import type { Module } from "../code/nodes.js";

/** The modules of the models, which have a file in several folders each: made where it has changed. */
export class ChangedModules {
  readonly #modules: readonly ModelModule[];
  readonly #sources: ReadonlyMap<string, string>;
  readonly #cache: FileCache;

  constructor(models: Models, documentUri: string, cache: FileCache) {
    this.#modules = modulesOf(models);
    this.#sources = cache.sourcesOf(models, documentUri);
    this.#cache = cache;
  }

  /** The files of one folder, those that stay among them. */
  emit(
    folder: string,
    emitModules: (modules: readonly ModelModule[]) => readonly Module[],
  ): readonly Draft[] {
    const changed: ModelModule[] = [];
    const sources = new Map<string, string | undefined>();
    const kept: Draft[] = [];
    for (const module of this.#modules) {
      const [name] = module;
      const path = `src/${folder}/${name}.ts`;
      const source = this.#sources.get(name);
      const file = keptFile(path, source, this.#cache);
      if (file === undefined) changed.push(module);
      else kept.push(file);
      sources.set(path, source);
    }
    const made = emitModules(changed).map((module): Draft => {
      const draft = moduleDraft(module);
      return { ...draft, source: sources.get(draft.path) };
    });
    return [...made, ...kept];
  }
}
