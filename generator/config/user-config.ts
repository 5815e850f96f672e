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

/** The settings of a job, or of all jobs. Every setting is optional. */
export interface JobConfig {
  /**
   * The document: a path relative to the config file, an `http(s)` URL, a URL with headers for its requests, or
   * `-` for standard input. Default: the document of the command line, or else `openapi.yaml`, `openapi.yml` or
   * `openapi.json` beside the config file.
   */
  readonly spec?: string | RemoteFile | undefined;
  /**
   * The overlays to apply to the document, in order: paths relative to the config file, or `http(s)` URLs, with or
   * without headers. Default: `[]`.
   */
  readonly overlays?: readonly (string | RemoteFile)[] | undefined;
  /** The output folder, relative to the config file. Default: `generated`. */
  readonly out?: string | undefined;
  /** The component schemas to emit, with all schemas that they refer to. Default: all. */
  readonly roots?: readonly string[] | undefined;
  /**
   * The operations to generate for, including webhooks, with the components that they use; `roots` adds
   * components. Everything else is ignored. Default: all operations.
   */
  readonly include?: OperationFilter | undefined;
  /**
   * The operations to leave out, even if `include` names them, with the components that no other operation uses.
   * Default: none.
   */
  readonly exclude?: OperationFilter | undefined;
  /**
   * Names for inline models, by JSON pointer into the document (`#/components/schemas/…`) or into
   * another file, by its path relative to the document (`schemas/pets.yaml#/Pet`). Default: `{}`.
   */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /**
   * A function that names the models that `names` does not name, in a config in JavaScript or TypeScript. Default:
   * models are named by the document.
   */
  readonly name?: NameHook | undefined;
  /**
   * What to write: `models` are the types, `guards` the runtime checks, `json-schema` the JSON Schemas, `openapi`
   * the types of operations, `operations` a description of each operation for clients and servers, `arbitraries` random values for property tests with fast-check, `fixtures` example
   * values, `package` the `package.json`, `tsconfig.json` and `README.md` around them. Without `package`, the
   * modules are directly in the output folder. `guards` and `fixtures` need `models`; `arbitraries` and `operations`
   * need `guards`. A function makes further files from the models. Default: `["models", "guards", "json-schema", "openapi", "package"]`.
   */
  readonly outputs?: readonly (Output | OutputHook)[] | undefined;
  /**
   * Whether to write TypeScript (`ts`), or JavaScript with declarations, which needs no compiler (`js`).
   * Default: `ts`.
   */
  readonly target?: Target | undefined;
  /**
   * The file extension in import paths: `./batch.js`, `./batch.ts` or, with `none`, `./batch`. With the output
   * `package` or the target `js`, it has to be `js`. Default: what the nearest `tsconfig.json` requires.
   */
  readonly importExtension?: ImportExtension | undefined;
  /**
   * The first lines of modules, each a comment or the text of a comment; false for none. Default: a line for
   * people, and one for linters.
   */
  readonly header?: string | false | undefined;
  /** Settings of the output `operations`. Default: `{}`. */
  readonly operations?:
    | {
        /**
         * The data of the event after the last item of an event stream; `false`, if streams have none. Default:
         * `[DONE]`.
         */
        readonly endMark?: string | false | undefined;
      }
    | undefined;
  /** Settings of the generated package: fields of its `package.json`, and its licence. Default: `{}`. */
  readonly package?:
    | {
        /** The name of the package. Default: `api-types`. */
        readonly name?: string | undefined;
        /** The version of the package. Default: `0.0.0`. */
        readonly version?: string | undefined;
        /** A sentence that describes the package. Default: none. */
        readonly description?: string | undefined;
        /** The licence, as an SPDX expression such as `MIT`. Default: none. */
        readonly license?: string | undefined;
        /**
         * The file with the text of the licence, relative to the config file. It is copied to `LICENSE`. Default:
         * none.
         */
        readonly licenseFile?: string | undefined;
        /**
         * The repository with the sources of the package. With it, npm publishes the package with a provenance
         * statement, which only works in CI. Default: none.
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
        /** The origins that files may be retrieved from, such as `https://schemas.example.com`. Default: `[]`. */
        readonly origins?: readonly string[] | undefined;
      }
    | undefined;
  /**
   * Which formats guards check: `assert`, all known formats; `annotate`, none; or by name, with `*` for all that
   * are not named, and regular expressions for custom formats. Default: `annotate`.
   */
  readonly formats?: Formats | undefined;
  /**
   * Whether files are formatted: `auto`, by the settings of oxfmt, Prettier or EditorConfig that apply to the
   * output folder; `none`, not at all. Default: `auto`.
   */
  readonly format?: FormatChoice | undefined;
  /**
   * How to read schemas differently from what is written, for types, guards and JSON Schemas. `openapi.ts` is not
   * affected.
   *
   * If several policies apply, each member is taken from the most specific one that has it: first the entry of
   * `models` for the schema or for the nearest schema that contains it, a pointer before a name; then the general
   * policies. In each of these, `request` or `response` overrides the members beside it, for models of that
   * direction.
   *
   * A model `M` is for both directions. If a policy for one direction makes a difference for `M` or for a schema
   * that it refers to, there is also `MRequest` or `MResponse`. Default: `{}`.
   */
  readonly policies?: Policies | undefined;
  /** Whether every warning is an error. Default: `false`. */
  readonly strict?: boolean | undefined;
  /** The most warnings with which a run succeeds; `0` allows none. Default: no limit. */
  readonly maxWarnings?: number | undefined;
  /**
   * The warnings to ignore, if the document cannot list them with `x-guardsmith-ignore`. Default: `[]`.
   */
  readonly ignore?: readonly Ignore[] | undefined;
}

/** The settings of a config file. Every setting is optional. */
export interface UserConfig extends JobConfig {
  /** The JSON Schema of this file, for completion and checks in editors. Default: none. */
  readonly $schema?: string | undefined;
  /**
   * Several documents, or several outputs of one, by the name of the job. The settings beside `jobs` apply to
   * every job. The settings of a job override them: member by member in `names`, `package`, `references`,
   * `formats` and `policies`, otherwise as a whole. A job without `out` writes into `generated/<name>`. Default:
   * the file is one job.
   */
  readonly jobs?: Readonly<Record<string, JobConfig>> | undefined;
}

/** The argument of a config that is a function. */
export interface ConfigEnvironment {
  /** The command that reads the config. */
  readonly command: "generate" | "validate" | "sample" | "diff" | "reconcile" | "clean";
}

/** A config, or a function that returns one. */
export type ConfigExport =
  UserConfig | ((environment: ConfigEnvironment) => UserConfig | Promise<UserConfig>);

/**
 * Types a config file in TypeScript or JavaScript, so that editors complete and check it.
 *
 * @param config The settings, or a function that returns them.
 * @returns The given config.
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
