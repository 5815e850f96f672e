import type { Place } from "../core/place.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { exportsOf, moduleName, reservedNames } from "./names.js";

/** Gives out names and files so that no two models get the same. */
export class Claims {
  readonly #names: Set<string>;
  readonly #modules = new Set<string>();
  readonly #reserved: ReadonlySet<string>;
  /** The last number that was given to a name or to a module, by what stands before it. */
  readonly #counts = new Map<string, number>();
  readonly #log: DiagnosticLog;

  /**
   * @param taken - Names that the package exports or uses itself.
   * @param reserved - Names that are only given out where they are asked for as such.
   */
  constructor(taken: Iterable<string>, reserved: Iterable<string>, log: DiagnosticLog) {
    this.#names = new Set(taken);
    this.#reserved = new Set(reserved);
    this.#log = log;
  }

  /**
   * Claims the first of some names that is free, together with the names of the functions that
   * come with it, or else the last one with a number behind it.
   *
   * @param reserved - The name that was reserved for this model.
   */
  name(candidates: readonly string[], place: Place, reserved?: string): string {
    const [wanted = "Model"] = reserved === undefined ? candidates : [reserved];
    const name =
      reserved !== undefined && this.#isFree(reserved) ? reserved : this.#firstFree(candidates);
    for (const claimed of claimsOf(name)) this.#names.add(claimed);
    if (name !== wanted) {
      this.#log.warning({
        code: "renamed-model",
        message: `the name ${wanted} is ${reservedNames.has(wanted) ? "reserved" : "taken"}, so the model is named ${name}`,
        help: "choose a name of your own with `names` in the config",
        place: { ...place, part: "key" },
      });
    }
    return name;
  }

  /** Claims the file for a model, with a number behind its name where it is taken. */
  module(name: string): string {
    const wanted = moduleName(name);
    const module = this.#modules.has(wanted)
      ? this.#numbered(`${wanted}-`, 2, (numbered) => !this.#modules.has(numbered))
      : wanted;
    this.#modules.add(module);
    return module;
  }

  #firstFree(candidates: readonly string[]): string {
    const free = candidates.find((name) => this.#isFree(name) && !this.#reserved.has(name));
    if (free !== undefined) return free;
    const base = candidates.at(-1) ?? "Model";
    const alternative = reservedNames.has(base) ? `${base}Model` : `${base}2`;
    if (this.#isFree(alternative)) return alternative;
    return this.#numbered(base, 3, (name) => this.#isFree(name));
  }

  /** A text with the first number behind it that makes it free. */
  #numbered(base: string, first: number, isFree: (text: string) => boolean): string {
    // What was taken once stays taken, so that there is no need to try it again.
    let count = this.#counts.get(base) ?? first;
    while (!isFree(`${base}${count}`)) count += 1;
    this.#counts.set(base, count);
    return `${base}${count}`;
  }

  #isFree(name: string): boolean {
    return !reservedNames.has(name) && claimsOf(name).every((claimed) => !this.#names.has(claimed));
  }
}

function claimsOf(name: string): readonly string[] {
  // The modules of JSON Schemas export nothing else, and no model has to give way to them: OpenAI has
  // a `ResponseFormatJsonSchemaJsonSchema` inside of `ResponseFormatJsonSchema`.
  const { jsonSchema, ...others } = exportsOf(name);
  return [name, ...Object.values({ ...others }), `json-schema/${jsonSchema}`];
}
