import { printSourceFile } from "../code/print.js";
import type { Draft } from "./draft.js";
import type { Models } from "../model/model.js";
import { modulesOf, type ModelModule } from "./models.js";
import { keptFile, type FileCache } from "./file-cache.js";
import type { SourceFile } from "../code/source-file.js";

/** The modules of the models, which have a file in several folders each: made where it has changed. */
export class ChangedModules {
  readonly #modules: readonly ModelModule[];
  readonly #sources: ReadonlyMap<string, string>;
  readonly #cache: FileCache;
  /** The files that are made anew, and their texts. */
  readonly made: SourceFile[] = [];
  readonly drafts: Draft[] = [];
  /** The files that stay. */
  readonly kept: Draft[] = [];

  constructor(models: Models, documentUri: string, cache: FileCache) {
    this.#modules = modulesOf(models);
    this.#sources = cache.sourcesOf(models, documentUri);
    this.#cache = cache;
  }

  /** Makes the files of one folder. */
  emit(
    folder: string,
    emitModules: (modules: readonly ModelModule[]) => readonly SourceFile[],
  ): void {
    const changed: ModelModule[] = [];
    const sources = new Map<string, string | undefined>();
    for (const module of this.#modules) {
      const [name] = module;
      const path = `src/${folder}/${name}.ts`;
      const source = this.#sources.get(name);
      const kept = keptFile(path, source, this.#cache);
      if (kept === undefined) changed.push(module);
      else this.kept.push(kept);
      sources.set(path, source);
    }
    const made = emitModules(changed);
    this.made.push(...made);
    for (const file of made) {
      this.drafts.push({ ...printSourceFile(file), source: sources.get(file.path) });
    }
  }
}
