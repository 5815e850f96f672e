/** Which files references may lead to. */
export interface ReferenceLimits {
  /**
   * The folder that they must not leave, an absolute path, real paths counting. Default: the folder of
   * the entry file.
   */
  readonly root?: string;
  /**
   * The origins that files are retrieved from, such as `https://schemas.example.com`, besides those in
   * the folder of a document that is on the network itself.
   */
  readonly origins: readonly string[];
}

/**
 * Retrieves a file in place of Guardsmith: from a cache, say, or with credentials.
 *
 * @param uri The absolute URI of the file, without a fragment.
 * @returns The text of the file; `undefined` leaves it to Guardsmith.
 */
export type RetrieveHook = (uri: string) => string | undefined | Promise<string | undefined>;

/** A model that is about to be named. */
export interface ModelToName {
  /** The name that it gets otherwise. */
  readonly name: string;
  /** Where its schema stands, as `names` writes it: `#/components/schemas/Pet`. */
  readonly reference: string;
  /** The name of the component that it is; undefined, if it is written inside another schema or an operation. */
  readonly component?: string | undefined;
  /** A copy of the Schema Object, with its extensions (`x-…`). */
  readonly schema: unknown;
}

/**
 * Names models. It is called once for each model, in the order of the document, and not for those that are
 * named after another one, such as `PetRequest`.
 *
 * @returns The name; undefined leaves it to Guardsmith, which names what is written inside a model after that.
 */
export type NameHook = (model: ModelToName) => string | undefined;

/** The body of a request or a response in one media type. */
export interface OutputBody {
  /** In lower case, without parameters. */
  readonly mediaType: string;
  /** The name of its model; undefined, if it has none. */
  readonly model?: string | undefined;
}

/** An operation under `paths`, as an output sees it. */
export interface OutputOperation {
  /** The path template: `/pets/{petId}`. */
  readonly path: string;
  /** The method as a request has it: `GET`. */
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

/** A model, as an output sees it. */
export interface OutputModel {
  /** The name of its type: `Pet`. */
  readonly name: string;
  /** Where its schema stands, as `names` writes it: `#/components/schemas/Pet`. */
  readonly reference: string;
  /** The name of the component that it is; undefined, if it is written inside another schema or an operation. */
  readonly component?: string | undefined;
  /** The names of what belongs to it: `isPet`, `PetSchema`, `petValues`, `PetJsonSchema`. */
  readonly exports: {
    readonly is: string;
    readonly schema: string;
    readonly values: string;
    readonly jsonSchema: string;
  };
  /** Where these are imported from in a file beside the index: `./models/pet.js`; only what is written. */
  readonly imports: {
    readonly models?: string | undefined;
    readonly guards?: string | undefined;
    readonly jsonSchema?: string | undefined;
  };
  /** Its JSON Schema 2020-12, in which other models are `#/$defs/Name`: a copy. */
  readonly jsonSchema: object;
}

/** What an output is made from. */
export interface OutputInput {
  readonly title: string;
  readonly version: string;
  /** The models in the order in which they are written. */
  readonly models: readonly OutputModel[];
  readonly operations: readonly OutputOperation[];
}

/**
 * Makes files of models. They are formatted, listed, compared and removed like all others.
 *
 * @returns The files, their paths relative to the folder of the index: the output folder, or `src` in it
 *   with `package` among the outputs.
 */
export type OutputHook = (
  input: OutputInput,
) => Iterable<WrittenFile> | Promise<Iterable<WrittenFile>>;

/** A file that an output makes. */
export interface WrittenFile {
  /** Its path with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What an output is called: by the function, or by its place among the outputs. */
export function nameOfOutput(hook: OutputHook, index: number): string {
  return hook.name === "" ? `outputs[${index}]` : hook.name;
}
