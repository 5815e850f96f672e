import { markText } from "../core/generated-mark.js";
import type { SourceText } from "../core/source-text.js";
import type { Formats } from "./formats.js";
import type { RemoteHeaders } from "./headers.js";
import type { NameHook, OutputHook, ReferenceLimits } from "./hooks.js";
import type { Policies } from "./policies.js";
import type { OperationFilter } from "./selection.js";

/** The outputs of a run. */
export const outputs = [
  "models",
  "guards",
  "json-schema",
  "openapi",
  "operations",
  "arbitraries",
  "fixtures",
  "package",
] as const;

/** The outputs of a run without that setting: those that need nothing but a compiler. */
export const defaultOutputs = ["models", "guards", "json-schema", "openapi", "package"] as const;

/** One of the outputs. */
export type Output = (typeof outputs)[number];

/** Whether files are formatted by the settings of the user's formatter, or not at all. */
export const formatChoices = ["auto", "none"] as const;

/** One of these choices. */
export type FormatChoice = (typeof formatChoices)[number];

/** The languages of modules: TypeScript, or JavaScript with declarations. */
export const targets = ["ts", "js"] as const;

/** Settings of the output `operations`. */
export interface OperationsConfig {
  /** The data of the event after the last item of an event stream; false, if streams have none. */
  readonly endMark: string | false;
}

/** One of the languages of modules. */
export type Target = (typeof targets)[number];

/** The file extensions in import paths: `./batch.js`, `./batch.ts` or `./batch`. */
export const importExtensions = ["js", "ts", "none"] as const;

/** One of the file extensions in import paths. */
export type ImportExtension = (typeof importExtensions)[number];

/**
 * The header of every module, which tells people, ESLint, oxlint, Biome and code hosts that the file is
 * generated.
 */
export const defaultHeader: string = [
  `// ${markText}`,
  "/* eslint-disable */ // biome-ignore-all lint: @generated",
].join("\n");

/**
 * The repository with the sources of a package.
 *
 * https://docs.npmjs.com/cli/configuring-npm/package-json#repository
 */
export interface Repository {
  /** The version control, such as `git`. */
  readonly type: string;
  /** Its URL. */
  readonly url: string;
  /** The folder of the package in it. Default: the top. */
  readonly directory?: string | undefined;
}

/** Settings of the generated package: fields of its `package.json`, and its licence. */
export interface PackageConfig {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  /** The file that is copied to `LICENSE`: an absolute path. */
  readonly licenseFile?: string;
  readonly repository?: string | Repository;
}

/** Warnings to ignore about one object. */
export interface Ignore {
  /** The code of the warnings. */
  readonly code: string;
  /**
   * The object, by JSON pointer into the document (`#/components/schemas/…`) or into another file, by
   * its path relative to the document (`schemas/pets.yaml#/Pet`).
   */
  readonly at: string;
  /** Why the document is right as it is. */
  readonly reason: string;
}

/** The settings of a run, complete: every default is filled in. */
export interface Config {
  /** The document: an absolute path, an `http(s)` URL, or `-` for standard input. */
  readonly spec: string;
  /** The overlays to apply to the document, in their order: as `spec`. Default: none. */
  readonly overlays: readonly string[];
  /**
   * The headers of the requests for the document and the overlays, and for what they refer to at their
   * origins, as they are written. Default: none.
   */
  readonly headers: readonly RemoteHeaders[];
  /** The output folder: an absolute path. Default: `generated` beside the config file. */
  readonly out: string;
  /** The component schemas to emit, with all schemas that they refer to. Default: all. */
  readonly roots?: readonly string[];
  /** The operations to include, with all schemas that they refer to. Default: all. */
  readonly include?: OperationFilter;
  /** The operations to exclude. Default: none. */
  readonly exclude?: OperationFilter;
  /**
   * Names for inline models, by JSON pointer into the document (`#/components/schemas/…`) or into
   * another file, by its path relative to the document (`schemas/pets.yaml#/Pet`).
   */
  readonly names: Readonly<Record<string, string>>;
  /** Names the other models. Default: by the document. */
  readonly name?: NameHook;
  /**
   * What to write: `models` are the types, `guards` the runtime checks, `json-schema` the schemas
   * themselves, `openapi` the types of operations, `package` the `package.json`,
   * `tsconfig.json` and `README.md` around them. Default: all.
   */
  readonly outputs: readonly (Output | OutputHook)[];
  /** Whether to write TypeScript, or JavaScript with declarations. Default: `ts`. */
  readonly target: Target;
  /** The file extension in import paths. Default: what the project's `tsconfig.json` requires. */
  readonly importExtension?: ImportExtension;
  /** The lines of comment that modules begin with; false for none. Default: {@link defaultHeader}. */
  readonly header: string | false;
  readonly operations: OperationsConfig;
  readonly package: PackageConfig;
  /** Which files the references in the document may lead to. Default: those in its folder. */
  readonly references: ReferenceLimits;
  /** Which formats guards check. Default: `annotate`, none. */
  readonly formats: Formats;
  /**
   * Whether files are formatted: `auto`, by the settings of oxfmt, Prettier or EditorConfig that apply to
   * the output folder; `none`, not at all. Default: `auto`.
   */
  readonly format: FormatChoice;
  /** How to read schemas differently from what is written. Default: as written. */
  readonly policies: Policies;
  /** Whether every warning is an error. Default: false. */
  readonly strict: boolean;
  /** The most warnings with which a run succeeds. Default: any number. */
  readonly maxWarnings?: number;
  /** The warnings to ignore. Default: none. */
  readonly ignore: readonly Ignore[];
  /** The config file, if there is one, for the places of diagnostics about settings. */
  readonly source?: SourceText;
  /** The settings that the command line overrides. */
  readonly overridden?: readonly string[];
}

/** Returns whether a run calls functions of the user, which may depend on anything. */
export function hasHooks({ name, outputs }: Pick<Config, "name" | "outputs">): boolean {
  return name !== undefined || outputs.some((output) => typeof output === "function");
}
