import type { Config } from "../config/config.js";
import { placeOfSetting } from "../config/place-of-setting.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { Problem } from "../core/failure.js";
import type { Place } from "../core/place.js";
import { relativeUri } from "../core/uri.js";
import type { Document } from "../openapi/document.js";
import { closest } from "../runtime/closest.js";
import { isIdentifier, reservedWords } from "./names.js";

/** The settings about names. */
export interface NameOptions extends Pick<Config, "names" | "source"> {
  /** The places of the models that the hook has named, by reference. */
  readonly hooked?: ReadonlyMap<string, Place>;
}

/** The names that the config gives to models, by reference. */
export class ConfiguredNames {
  /** Whether the config gives no names. */
  readonly isEmpty: boolean;
  readonly #names: Config["names"];
  readonly #config: Pick<Config, "source">;
  readonly #hooked: ReadonlyMap<string, Place>;
  readonly #documentUri: string;
  readonly #log: DiagnosticLog;
  readonly #used = new Set<string>();
  /** Names that no model can have. */
  readonly #refused = new Set<string>();

  constructor(options: NameOptions, documentUri: string, log: DiagnosticLog) {
    this.#names = options.names;
    this.isEmpty = Object.keys(options.names).length === 0;
    this.#config = options;
    this.#hooked = options.hooked ?? new Map<string, Place>();
    this.#documentUri = documentUri;
    this.#log = log;
  }

  /** Returns the name for the schema at one of some places, or undefined. */
  at(...places: readonly Place[]): string | undefined {
    if (this.isEmpty) return undefined;
    for (const place of places) {
      const key = this.#referenceTo(place);
      if (!Object.hasOwn(this.#names, key)) continue;
      this.#used.add(key);
      return this.#refused.has(key) ? undefined : this.#names[key];
    }
    return undefined;
  }

  /** Whether `names` itself has a name for the schema at a place. */
  isSetFor({ uri, pointer }: Place): boolean {
    if (this.isEmpty) return false;
    const key = `${relativeUri(this.#documentUri, uri)}#${pointer}`;
    return Object.hasOwn(this.#names, key) && !this.#hooked.has(key);
  }

  /** The setting that gives a name, for messages. */
  giverOf(reference: string): string {
    return this.#hooked.has(reference) ? "the function `name`" : "`names`";
  }

  /**
   * Checks the names before they are used.
   *
   * @param componentNames The names of the components that the config does not rename.
   * @returns The names that can be given, by reference.
   */
  check(componentNames: ReadonlySet<string>): ReadonlyMap<string, string> {
    const given = new Map<string, string>();
    const byName = new Map<string, string>();
    for (const [reference, name] of Object.entries(this.#names)) {
      const problem = problemWith(name, reference, {
        giver: this.giverOf(reference),
        componentNames,
        other: byName.get(name),
      });
      if (problem === undefined) {
        given.set(reference, name);
        byName.set(name, reference);
      } else {
        this.#refused.add(reference);
        this.#log.error({ ...problem, ...this.#placeOf(reference, "value") });
      }
    }
    return given;
  }

  /**
   * Reports the names that no model got, except for models that the settings leave out.
   *
   * @param places The places of all models.
   */
  reportUnused({ isLeftOut }: Pick<Document, "isLeftOut">, places: readonly Place[]): void {
    for (const reference of Object.keys(this.#names)) {
      if (this.#used.has(reference) || this.#refused.has(reference)) continue;
      if (this.#hooked.has(reference)) continue;
      if (isLeftOut?.(reference) === true) continue;
      const meant = closest(
        reference,
        places.map((place) => this.#referenceTo(place)),
      );
      this.#log.warning({
        code: "unused-name",
        message: `\`names\` has ${JSON.stringify(reference)}, but there is no model at that place`,
        help:
          meant === undefined
            ? "write the place of a generated object or enum: a JSON pointer that begins with #/, after the path of its file if it is in another file"
            : `did you mean ${JSON.stringify(meant)}?`,
        ...this.#placeOf(reference, "key"),
      });
    }
  }

  /** A place as the config writes it. */
  #referenceTo({ uri, pointer }: Place): string {
    return `${relativeUri(this.#documentUri, uri)}#${pointer}`;
  }

  /**
   * The place of a name in the config, if that is a file; for a name that a hook gives, the place
   * of the model.
   */
  #placeOf(reference: string, part: "key" | "value"): { readonly place?: Place } {
    const place = this.#hooked.get(reference);
    if (place !== undefined) return { place };
    return placeOfSetting(this.#config, ["names", reference], part);
  }
}

/** The context in which a configured name is checked. */
interface NameContext {
  /** The setting that gives it, for messages. */
  readonly giver: string;
  readonly componentNames: ReadonlySet<string>;
  /** The reference that already has the name. */
  readonly other: string | undefined;
}

function problemWith(
  name: string,
  reference: string,
  { giver, componentNames, other }: NameContext,
): Omit<Problem, "place"> | undefined {
  const shown = JSON.stringify(reference);
  if (!isIdentifier(name) || reservedWords.has(name)) {
    const fault = isIdentifier(name) ? "a reserved word" : "not an identifier";
    return {
      code: "invalid-name",
      message: `${giver} calls ${shown} ${JSON.stringify(name)}, which is ${fault}`,
      help: "begin it with a letter, and use letters and digits only",
    };
  }
  if (componentNames.has(name)) {
    return {
      code: "taken-name",
      message: `${giver} calls ${shown} ${name}, which is the name of a component`,
      help: "choose another name: a component keeps its own",
    };
  }
  if (other === undefined) return undefined;
  return {
    code: "taken-name",
    message: `${giver} calls both ${JSON.stringify(other)} and ${shown} ${name}`,
    help: "choose another name for one of them",
  };
}
