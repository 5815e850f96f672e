/** Which files references may lead to. */
export interface ReferenceLimits {
  /**
   * The folder that they must not leave, by real paths; an absolute path. Default: the folder of the entry file.
   */
  readonly root?: string;
  /**
   * The origins that files may be retrieved from, such as `https://schemas.example.com`, besides files in the
   * folder of a document with a URL.
   */
  readonly origins: readonly string[];
}

/**
 * Retrieves a file instead of Guardsmith, for example from a cache or with credentials.
 *
 * @param uri The absolute URI of the file, without a fragment.
 * @returns The text of the file, or undefined to let Guardsmith retrieve it.
 */
export type RetrieveHook = (uri: string) => string | undefined | Promise<string | undefined>;

/** A model to name. */
export interface ModelToName {
  /** Its default name. */
  readonly name: string;
  /** A reference to its schema, in the form of `names`: `#/components/schemas/Pet`. */
  readonly reference: string;
  /** The name of its component; undefined if it is written inside another schema or an operation. */
  readonly component?: string | undefined;
  /** A copy of the Schema Object, with its extensions (`x-…`). */
  readonly schema: unknown;
}

/**
 * Names models. It is called once for each model, in the order of the document, but not for models that are
 * named after another one, such as `PetRequest`.
 *
 * @returns The name, or undefined for the default name. Models inside this one are named after it.
 */
export type NameHook = (model: ModelToName) => string | undefined;

/** The body of a request or a response in one media type. */
export interface OutputBody {
  /** In lower case, without parameters. */
  readonly mediaType: string;
  /** The name of its model; undefined if it has none. */
  readonly model?: string | undefined;
}

/** An operation under `paths`, for an output. */
export interface OutputOperation {
  /** The path template: `/pets/{petId}`. */
  readonly path: string;
  /** The method in capitals: `GET`. */
  readonly method: string;
  readonly operationId?: string | undefined;
  readonly summary?: string | undefined;
  readonly tags: readonly string[];
  readonly request: readonly OutputBody[];
  readonly responses: readonly {
    /** A status, a range such as `4XX`, or `default`. */
    readonly status: string;
    readonly bodies: readonly OutputBody[];
  }[];
}

/** A model, for an output. */
export interface OutputModel {
  /** The name of its type: `Pet`. */
  readonly name: string;
  /** A reference to its schema, in the form of `names`: `#/components/schemas/Pet`. */
  readonly reference: string;
  /** The name of its component; undefined if it is written inside another schema or an operation. */
  readonly component?: string | undefined;
  /**
   * The names of its exports: `isPet`, `PetSchema`, `petValues`, `PetJsonSchema`, `petArbitrary`,
   * `petFixtures`.
   */
  readonly exports: {
    readonly is: string;
    readonly schema: string;
    readonly values: string;
    readonly jsonSchema: string;
    readonly arbitrary: string;
    readonly fixtures: string;
  };
  /** The import paths of these for a file beside the index: `./models/pet.js`; only of outputs that are written. */
  readonly imports: {
    readonly models?: string | undefined;
    readonly guards?: string | undefined;
    readonly jsonSchema?: string | undefined;
    readonly arbitraries?: string | undefined;
    readonly fixtures?: string | undefined;
  };
  /** A copy of its JSON Schema 2020-12, in which other models are `#/$defs/Name`. */
  readonly jsonSchema: object;
}

/** The input of an output. */
export interface OutputInput {
  readonly title: string;
  readonly version: string;
  /** The models, in the order of the index. */
  readonly models: readonly OutputModel[];
  readonly operations: readonly OutputOperation[];
}

/**
 * Returns files made from models. They are formatted, listed, compared and removed like all other files.
 *
 * @returns The files, with paths relative to the folder of the index: the output folder, or its `src` folder with
 *   `package` among the outputs.
 */
export type OutputHook = (
  input: OutputInput,
) => Iterable<WrittenFile> | Promise<Iterable<WrittenFile>>;

/** A file of an output. */
export interface WrittenFile {
  /** Its path with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Returns the name of an output: the name of the function, or its index among the outputs. */
export function nameOfOutput(hook: OutputHook, index: number): string {
  return hook.name === "" ? `outputs[${index}]` : hook.name;
}
