import { inputError, type Problem } from "../core/failure.js";
import { defaultHeader, defaultOutputs, type Config } from "./config.js";
import type { RemoteFile } from "./headers.js";
import { placeOfSetting } from "./place-of-setting.js";
import { onlyRoots } from "./selection.js";
import type { JobConfig } from "./user-config.js";

/**
 * Fills in the defaults.
 *
 * @param config The settings, with their paths resolved.
 * @param defaultOut The default output folder, absolute.
 * @param given The config file, if there is one, and the settings that the command line overrides.
 * @throws {InputError} `missing-spec`, if no document is named; `invalid-config`, if settings contradict each
 *   other.
 */
export function completeConfig(
  config: JobConfig,
  defaultOut: string,
  given: Pick<Config, "source" | "overridden"> = {},
): Config {
  const { spec, overlays, out, roots, include, exclude, names, formats, format, policies, strict } =
    config;
  const { maxWarnings, ignore = [] } = config;
  const { outputs = defaultOutputs, target = "ts", importExtension, header } = config;
  const { name, version, description, license, licenseFile, repository } = config.package ?? {};
  const { root, origins = [] } = config.references ?? {};
  if (spec === undefined) throw inputError([missingSpec(given.source)], given.source);
  const needsJs =
    target === "js"
      ? "`target` is `js`"
      : outputs.includes("package") && "`package` is among the outputs";
  if (importExtension !== undefined && importExtension !== "js" && needsJs !== false) {
    const problem: Problem = {
      code: "invalid-config",
      message: `\`importExtension\` must be \`js\`, because ${needsJs}`,
      help: "leave it out, or write modules for your own project: `target: ts` without the output `package`",
    };
    throw inputError([{ ...problem, ...placeOfSetting(given, ["importExtension"]) }], given.source);
  }
  if (outputs.includes("operations") && onlyRoots({ include, roots }) !== undefined) {
    const problem: Problem = {
      code: "invalid-config",
      message: "`roots` must not limit the models if `operations` is among the outputs",
      help: "select operations with `include`; `roots` then adds components",
    };
    throw inputError([{ ...problem, ...placeOfSetting(given, ["roots"]) }], given.source);
  }
  const remotes = [
    { file: spec, pointer: "/spec/headers" },
    ...(overlays ?? []).map((file, index) => ({ file, pointer: `/overlays/${index}/headers` })),
  ];
  return {
    spec: urlOf(spec),
    overlays: (overlays ?? []).map(urlOf),
    headers: remotes.flatMap(({ file, pointer }) =>
      typeof file === "string" || file.headers === undefined
        ? []
        : [{ url: file.url, headers: file.headers, pointer }],
    ),
    out: out ?? defaultOut,
    ...(roots !== undefined && { roots }),
    ...(include !== undefined && { include }),
    ...(exclude !== undefined && { exclude }),
    names: names ?? {},
    ...(config.name !== undefined && { name: config.name }),
    outputs,
    target,
    ...(importExtension !== undefined && { importExtension }),
    header: header ?? defaultHeader,
    operations: { endMark: config.operations?.endMark ?? "[DONE]" },
    package: {
      name: name ?? "api-types",
      version: version ?? "0.0.0",
      ...(description !== undefined && { description }),
      ...(license !== undefined && { license }),
      ...(licenseFile !== undefined && { licenseFile }),
      ...(repository !== undefined && { repository }),
    },
    references: { ...(root !== undefined && { root }), origins },
    formats: formats ?? "annotate",
    format: format ?? "auto",
    policies: policies ?? {},
    strict: strict ?? false,
    ...(maxWarnings !== undefined && { maxWarnings }),
    ignore,
    ...given,
  };
}

function missingSpec(source: Config["source"]): Problem {
  return {
    code: "missing-spec",
    message: "no OpenAPI document is named",
    help:
      source === undefined
        ? "name it, as in `guardsmith generate openapi.yaml`, or run `guardsmith init` to write a config"
        : "name it as `spec`",
    ...(source !== undefined && { place: { uri: source.uri, pointer: "" } }),
  };
}

function urlOf(file: string | RemoteFile): string {
  return typeof file === "string" ? file : file.url;
}
