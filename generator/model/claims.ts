import type { DiagnosticLog } from "../core/diagnostic.js";
import type { Place } from "../core/place.js";
import { relativeUri } from "../core/uri.js";
import type { Schema } from "../schema/schema.js";
import type { ModelExports } from "./model.js";
import { exportsOf, moduleName, pascalCase, reservedWords } from "./names.js";

/** What a name is wanted for. */
export interface Claimant {
  /** What warnings call it: `the component foo-bar`. */
  readonly title: string;
  readonly place: Place;
  /** Whether it could be a list of values. */
  readonly mayHaveValues: boolean;
}

/** A schema as what asks for a name. */
export function claimantFor(schema: Schema, title: string): Claimant {
  const { place } = schema;
  const mayHaveValues = schema.kind === "object" && schema.keywords.properties === undefined;
  return { title, place, mayHaveValues };
}

/** Names for a model, best first. */
export interface Candidates {
  /** What the document asks for: if it is taken, that is worth a warning. */
  readonly wanted?: string | undefined;
  /** Names that say where the model stands. */
  readonly built: readonly string[];
  /** Whether words are left out of these, so that it is no news if one is taken. */
  readonly isShortened?: boolean;
}

/** The name of a model, and what is exported with it. */
export interface NamedExports {
  readonly name: string;
  readonly exports: ModelExports;
}

/** What a module of guards or models exports; those of JSON Schemas export nothing else. */
const exportKinds = ["is", "schema", "values"] as const;

/**
 * Gives out names and files so that no two models get the same. The first to claim a name keeps it:
 * components, with the names that they have in the document; then those whose names had to be
 * changed; then what is exported for them; then everything else.
 */
export class Claims {
  /** Who has each name, as warnings say it. */
  readonly #owners = new Map<string, string>();
  readonly #modules = new Set<string>();
  /** The last number that was given to a name or to a module, by what stands before it. */
  readonly #counts = new Map<string, number>();
  readonly #documentUri: string;
  readonly #log: DiagnosticLog;

  constructor(documentUri: string, log: DiagnosticLog) {
    this.#documentUri = documentUri;
    this.#log = log;
  }

  /**
   * Claims a name that nothing else may have.
   *
   * @param owner What has it, as the reason why others give way.
   */
  claim(name: string, owner: string): void {
    this.#owners.set(name, owner);
  }

  /** Claims the first of some names that is free, or the last one with a number behind it. */
  name(candidates: Candidates, claimant: Claimant): string {
    return this.#first(candidates, claimant, (name) => this.#ownerOf(name));
  }

  /** The same, for a name that is free together with those of what is exported with it. */
  nameWithExports(candidates: Candidates, claimant: Claimant): NamedExports {
    const name = this.#first(
      candidates,
      claimant,
      (wanted) => this.#ownerOf(wanted) ?? this.#ownerOfExports(exportsOf(wanted)),
    );
    return { name, exports: this.exports(name, claimant) };
  }

  /** Claims what is exported for a model that has its name; what is taken gives way. */
  exports(name: string, claimant: Claimant): ModelExports {
    const wanted = exportsOf(name);
    const exports = { ...wanted };
    for (const kind of exportKinds) {
      exports[kind] = this.#export(name, kind, wanted[kind], claimant);
    }
    return exports;
  }

  #export(
    name: string,
    kind: (typeof exportKinds)[number],
    wanted: string,
    claimant: Claimant,
  ): string {
    const owner = this.#ownerOf(wanted);
    let exported = wanted;
    for (let count = 1; this.#ownerOf(exported) !== undefined; count += 1) {
      exported = exportsOf(`${name}Model${count === 1 ? "" : count}`)[kind];
    }
    this.#owners.set(exported, `exported for ${claimant.title}`);
    // Few models have values to list.
    if (owner !== undefined && (kind !== "values" || claimant.mayHaveValues)) {
      this.#report(claimant, `exports ${exported}`, `${wanted} is ${owner}`);
    }
    return exported;
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

  #first(
    { wanted, built, isShortened = false }: Candidates,
    claimant: Claimant,
    ownerOf: (name: string) => string | undefined,
  ): string {
    const candidates = wanted === undefined ? built : [wanted, ...built];
    const [first = "Model"] = candidates;
    const isFree = (name: string): boolean => ownerOf(name) === undefined;
    const free = candidates.find(isFree);
    const base = reservedWords.has(first)
      ? `${pascalCase(first)}Model`
      : (candidates.at(-1) ?? first);
    const name = free ?? (isFree(base) ? base : this.#numbered(base, 2, isFree));
    if ((free === undefined && !isShortened) || (wanted !== undefined && name !== wanted)) {
      this.#report(claimant, `is named ${name}`, `${first} is ${ownerOf(first) ?? "taken"}`);
    }
    this.claim(name, `the name of ${claimant.title}`);
    return name;
  }

  #report({ title, place }: Claimant, result: string, reason: string): void {
    const key = `${relativeUri(this.#documentUri, place.uri)}#${place.pointer}`;
    this.#log.warning({
      code: "renamed-model",
      message: `${title} ${result}, because ${reason}`,
      help: `choose a name with \`names\` in the config: { ${JSON.stringify(key)}: "…" }`,
      place: { ...place, part: "key" },
    });
  }

  /** A text with the first number behind it that makes it free. */
  #numbered(base: string, first: number, isFree: (text: string) => boolean): string {
    // What was taken once stays taken, so that there is no need to try it again.
    let count = this.#counts.get(base) ?? first;
    while (!isFree(`${base}${count}`)) count += 1;
    this.#counts.set(base, count);
    return `${base}${count}`;
  }

  #ownerOfExports(exports: ModelExports): string | undefined {
    for (const kind of exportKinds) {
      const owner = this.#ownerOf(exports[kind]);
      if (owner !== undefined) return owner;
    }
    return undefined;
  }

  #ownerOf(name: string): string | undefined {
    return reservedWords.has(name) ? "a reserved word" : this.#owners.get(name);
  }
}
