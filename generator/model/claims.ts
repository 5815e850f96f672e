import type { DiagnosticLog } from "../core/diagnostic.js";
import type { Place } from "../core/place.js";
import { relativeUri } from "../core/uri.js";
import type { Schema } from "../schema/schema.js";
import type { ModelExports } from "./model.js";
import { exportsOf, moduleName, pascalCase, reservedWords } from "./names.js";

/** The schema that a name is claimed for. */
export interface Claimant {
  /** What warnings call it: `the component foo-bar`. */
  readonly title: string;
  readonly place: Place;
  /** Whether it could be a list of values. */
  readonly mayHaveValues: boolean;
}

/** Returns the claimant for a schema. */
export function claimantFor(schema: Schema, title: string): Claimant {
  const { place } = schema;
  const mayHaveValues = schema.kind === "object" && schema.keywords.properties === undefined;
  return { title, place, mayHaveValues };
}

/** Names for a model, best first. */
export interface Candidates {
  /** The name in the document: if it is taken, a warning is given. */
  readonly wanted?: string | undefined;
  /** Names that tell where the model is written. */
  readonly built: readonly string[];
  /** Whether words are left out of these names: then it needs no warning if one is taken. */
  readonly isShortened?: boolean;
}

/** The name of a model, and what is exported with it. */
export interface NamedExports {
  readonly name: string;
  readonly exports: ModelExports;
}

/** The exports whose names may be those of others; a JSON Schema has a name that no other model has. */
const exportKinds = ["is", "schema", "values", "arbitrary", "fixtures"] as const;

/**
 * Assigns names and files so that no two models share one. The first to claim a name keeps it:
 * first components with their names in the document, then components whose names had to be changed,
 * then the exports for these, then everything else.
 */
export class Claims {
  /** The owner of each name, as warnings call it. */
  readonly #owners = new Map<string, string>();
  readonly #modules = new Set<string>();
  /** The last number that was appended to a name or to a module, by the text before it. */
  readonly #counts = new Map<string, number>();
  readonly #documentUri: string;
  readonly #log: DiagnosticLog;

  constructor(documentUri: string, log: DiagnosticLog) {
    this.#documentUri = documentUri;
    this.#log = log;
  }

  /**
   * Claims a name exclusively.
   *
   * @param owner What has the name, for the warnings about others that are renamed.
   */
  claim(name: string, owner: string): void {
    this.#owners.set(name, owner);
  }

  /** Claims the first free name of a list, or the last one with a number appended. */
  name(candidates: Candidates, claimant: Claimant): string {
    return this.#first(candidates, claimant, (name) => this.#ownerOf(name));
  }

  /** The same, for a name that is free together with the names of its other exports. */
  nameWithExports(candidates: Candidates, claimant: Claimant): NamedExports {
    const name = this.#first(
      candidates,
      claimant,
      (wanted) => this.#ownerOf(wanted) ?? this.#ownerOfExports(exportsOf(wanted)),
    );
    return { name, exports: this.exports(name, claimant) };
  }

  /**
   * Claims the exports of a model that has its name. An export whose name is taken gets another
   * one.
   */
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
    // Few models export values, and few packages arbitraries or fixtures.
    const isExported =
      kind === "is" || kind === "schema" || (kind === "values" && claimant.mayHaveValues);
    if (owner !== undefined && isExported) {
      this.#report(claimant, `exports ${exported}`, `${wanted} is ${owner}`);
    }
    return exported;
  }

  /** Claims the file for a model, with a number appended if its name is taken. */
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

  /** Appends the first number to a text that makes it free. */
  #numbered(base: string, first: number, isFree: (text: string) => boolean): string {
    // A taken name stays taken, so that it need not be tried again.
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
