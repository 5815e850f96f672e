import type { SourceText } from "../core/source-text.js";
import type { ReferencePolicy } from "./hooks.js";
import type { Policies } from "./policies.js";

/** Everything that a run may write. */
export const outputs = ["models", "guards", "json-schema", "openapi", "package"] as const;

/** One of the things that a run may write. */
export type Output = (typeof outputs)[number];

/** What the `format` keyword may do: say something about a value, or decide whether it is valid. */
export const formatModes = ["annotate", "assert"] as const;

/** One of the things that the `format` keyword may do. */
export type FormatMode = (typeof formatModes)[number];

/** Whether files are formatted: by the settings of the user's formatter, or not at all. */
export const formatChoices = ["auto", "none"] as const;

/** One of the ways to format files. */
export type FormatChoice = (typeof formatChoices)[number];

/**
 * Where the sources of a package are.
 *
 * https://docs.npmjs.com/cli/configuring-npm/package-json#repository
 */
export interface Repository {
  readonly type: string;
  readonly url: string;
  /** Where the package is in it, if it is not at the top. */
  readonly directory?: string | undefined;
}

/** What goes into the `package.json` of the generated package, and beside it. */
export interface PackageConfig {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  /** The file that is copied to `LICENSE`: an absolute path. */
  readonly licenseFile?: string;
  readonly repository?: string | Repository;
}

/** The settings of a run, complete: every default is filled in. */
export interface Config {
  /** The document: an absolute path, an `http(s)` URL, or `-` for standard input. */
  readonly spec: string;
  /** The overlays to apply to the document, in their order: as `spec`. Default: none. */
  readonly overlays: readonly string[];
  /** The output folder: an absolute path. Default: `generated` beside the config file. */
  readonly out: string;
  /** The component schemas to emit, with all that they reach. Default: all of them. */
  readonly roots?: readonly string[];
  /**
   * Names for inline models, by JSON pointer into the document (`#/components/schemas/…`) or into
   * another file, by its path relative to the document (`schemas/pets.yaml#/Pet`).
   */
  readonly names: Readonly<Record<string, string>>;
  /**
   * What to write: `models` are the types, `guards` the runtime checks, `json-schema` the schemas
   * themselves, `openapi` the types by openapi-typescript, `package` the `package.json`,
   * `tsconfig.json` and `README.md`. Default: all.
   */
  readonly outputs: readonly Output[];
  readonly package: PackageConfig;
  /** Which files the references in the document may lead to. Default: those in its folder. */
  readonly references: ReferencePolicy;
  /** Whether guards check the formats that they know. Default: `annotate`, they do not. */
  readonly formats: FormatMode;
  /**
   * Whether files are formatted: `auto`, by the settings of oxfmt, Prettier or EditorConfig that hold
   * for the output folder; `none`, not at all. Default: `auto`.
   */
  readonly format: FormatChoice;
  /** How schemas are read where that differs from what is written. Default: as they are written. */
  readonly policies: Policies;
  /** Whether every warning is an error. Default: no. */
  readonly strict: boolean;
  /** The config file, if there is one, for the places of what is said about the settings. */
  readonly source?: SourceText;
}
