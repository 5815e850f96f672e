import type { Formats } from "./formats.js";
import type { RemoteFile } from "./headers.js";
import type { NameHook, OutputHook } from "./hooks.js";
import type { Policies } from "./policies.js";
import type { OperationFilter } from "./selection.js";
import type {
  FormatChoice,
  Ignore,
  ImportExtension,
  Output,
  Repository,
  Target,
} from "./config.js";

/** The settings of a job, or those that all jobs share: every setting may be left out. */
export interface JobConfig {
  /**
   * The document: a path relative to the config file, an `http(s)` URL, such a URL with the headers of
   * the requests for it, or `-` for standard input. Default: what the command line names, or else
   * `openapi.yaml`, `openapi.yml` or `openapi.json` beside the config file.
   */
  readonly spec?: string | RemoteFile | undefined;
  /**
   * The overlays to apply to the document, in their order: paths relative to the config file, or
   * `http(s)` URLs, perhaps with headers. Default: `[]`.
   */
  readonly overlays?: readonly (string | RemoteFile)[] | undefined;
  /** The output folder, relative to the config file. Default: `generated`. */
  readonly out?: string | undefined;
  /** The component schemas to emit, with all that they reach. Default: all of them. */
  readonly roots?: readonly string[] | undefined;
  /**
   * The operations to generate for, webhooks among them, with the components that they reach; `roots` adds
   * components. Everything else counts as not written. Default: all operations.
   */
  readonly include?: OperationFilter | undefined;
  /**
   * The operations to leave out, also of those that `include` names, with the components that no other
   * operation reaches. Default: none.
   */
  readonly exclude?: OperationFilter | undefined;
  /**
   * Names for inline models, by JSON pointer into the document (`#/components/schemas/…`) or into
   * another file, by its path relative to the document (`schemas/pets.yaml#/Pet`). Default: `{}`.
   */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /**
   * Names the models that `names` does not: a function, in a config in JavaScript or TypeScript. Default:
   * models are named by the document.
   */
  readonly name?: NameHook | undefined;
  /**
   * What to write: `models` are the types, `guards` the runtime checks, `json-schema` the schemas
   * themselves, `openapi` the types of operations, `package` the `package.json`,
   * `tsconfig.json` and `README.md` around them. Without `package`, the modules lie in the output
   * folder itself. Guards need the models. A function makes files of its own of the models. Default:
   * `["models", "guards", "json-schema", "openapi", "package"]`.
   */
  readonly outputs?: readonly (Output | OutputHook)[] | undefined;
  /**
   * Whether to write TypeScript (`ts`), or JavaScript with declarations that needs no compiler (`js`).
   * Default: `ts`.
   */
  readonly target?: Target | undefined;
  /**
   * What ends the names of imported files: `./batch.js`, `./batch.ts` or, with `none`, `./batch`.
   * With `package` among the outputs, and with the target `js`, it is `js`. Default: what the nearest
   * `tsconfig.json` asks for.
   */
  readonly importExtension?: ImportExtension | undefined;
  /**
   * The lines that modules begin with, each a comment or the text of one; false for none. Default: a
   * line for people, and one for linters.
   */
  readonly header?: string | false | undefined;
  /** What goes into the `package.json` of the generated package, and beside it. Default: `{}`. */
  readonly package?:
    | {
        /** The name of the package. Default: `api-types`. */
        readonly name?: string | undefined;
        /** The version of the package. Default: `0.0.0`. */
        readonly version?: string | undefined;
        /** What the package is, in a sentence. Default: none. */
        readonly description?: string | undefined;
        /** The licence, as an SPDX expression such as `MIT`. Default: none. */
        readonly license?: string | undefined;
        /** The text of the licence, relative to the config file: it is copied to `LICENSE`. Default: none. */
        readonly licenseFile?: string | undefined;
        /**
         * Where the sources of the package are. With it, npm publishes the package with a statement
         * of its provenance, which only works in CI. Default: none.
         */
        readonly repository?: string | Repository | undefined;
      }
    | undefined;
  /** Which files the references in the document may lead to. Default: `{}`. */
  readonly references?:
    | {
        /**
         * The folder that they must not leave, relative to the config file. Default: the folder of the
         * document.
         */
        readonly root?: string | undefined;
        /** The origins that files are retrieved from, such as `https://schemas.example.com`. Default: `[]`. */
        readonly origins?: readonly string[] | undefined;
      }
    | undefined;
  /**
   * Which formats guards check: `assert`, all that they know; `annotate`, none; or by name, with `*` for
   * those that are not named, and regular expressions for formats of your own. Default: `annotate`.
   */
  readonly formats?: Formats | undefined;
  /**
   * Whether files are formatted: `auto`, by the settings of oxfmt, Prettier or EditorConfig that hold
   * for the output folder; `none`, not at all. Default: `auto`.
   */
  readonly format?: FormatChoice | undefined;
  /**
   * How schemas are read where that differs from what is written: types, guards and JSON Schemas
   * alike. `openapi.ts` stays as the document says.
   *
   * Of several that apply, each setting is taken from the most specific one that has it: first what
   * `models` says of the schema itself or of the nearest one around it, a pointer before a name; then
   * what is said of everything. In each of these, `request` or `response` wins over what is beside
   * it, where a model is made for that direction.
   *
   * A model `M` is read without regard to a direction. Where a policy for one makes a difference, or
   * in what `M` refers to, there is `MRequest` or `MResponse` as well. Default: `{}`.
   */
  readonly policies?: Policies | undefined;
  /** Whether every warning is an error. Default: `false`. */
  readonly strict?: boolean | undefined;
  /** The number of warnings with which a run does not fail: `0` has it fail with any. Default: no limit. */
  readonly maxWarnings?: number | undefined;
  /**
   * The warnings that are meant to be, where the document cannot say so itself with
   * `x-guardsmith-ignore`. Default: `[]`.
   */
  readonly ignore?: readonly Ignore[] | undefined;
}

/** What a config file says: every setting may be left out. */
export interface UserConfig extends JobConfig {
  /** The JSON Schema of this file, by which editors complete it and check it. Default: none. */
  readonly $schema?: string | undefined;
  /**
   * Several documents, or several outputs of one, by the name of the job. The settings beside `jobs`
   * hold for each of them, and its own win: member by member in `names`, `package`, `references`,
   * `formats` and `policies`, as a whole in all others. A job writes into `generated/<name>`, if it
   * names no `out`. Default: the file is one job.
   */
  readonly jobs?: Readonly<Record<string, JobConfig>> | undefined;
}

/** What a config receives that is a function. */
export interface ConfigEnvironment {
  /** The command that reads the config. */
  readonly command: "generate" | "validate" | "reconcile" | "clean";
}

/** A config, or a function that returns one. */
export type ConfigExport =
  UserConfig | ((environment: ConfigEnvironment) => UserConfig | Promise<UserConfig>);

/**
 * Gives a config file in TypeScript or JavaScript the completion and the checks of an editor.
 *
 * @param config The settings, or a function that returns them.
 * @returns The same.
 * @example
 * ```ts
 * // guardsmith.config.ts
 * import { defineConfig } from "guardsmith";
 *
 * export default defineConfig({ spec: "openapi.yaml", out: "generated" });
 * ```
 * @example
 * ```ts
 * export default defineConfig(({ command }) => ({
 *   spec: "openapi.yaml",
 *   strict: command === "generate",
 * }));
 * ```
 */
export function defineConfig<const Given extends ConfigExport>(config: Given): Given {
  return config;
}
