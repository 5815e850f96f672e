import { inputError } from "../core/failure.js";
import { outputs as allOutputs, type Config } from "./config.js";
import type { UserConfig } from "./user-config.js";

/**
 * Fills in the defaults.
 *
 * @param config The settings, with their paths resolved.
 * @param defaultOut The output folder, where none is named; absolute.
 * @throws InputError `missing-spec`, when no document is named.
 */
export function completeConfig(config: UserConfig, defaultOut: string): Config {
  const { spec, overlays, out, roots, names, outputs, formats, format, policies, strict } = config;
  const { name, version, description, license, licenseFile, repository } = config.package ?? {};
  const { root, origins = [] } = config.references ?? {};
  if (spec === undefined) {
    throw inputError([
      {
        code: "missing-spec",
        message: "no OpenAPI document is named",
        help: "name it on the command line, as in `guardsmith generate openapi.yaml` or `guardsmith validate --spec openapi.yaml`, or as `spec` in guardsmith.config.json",
      },
    ]);
  }
  return {
    spec,
    overlays: overlays ?? [],
    out: out ?? defaultOut,
    ...(roots !== undefined && { roots }),
    names: names ?? {},
    outputs: outputs ?? allOutputs,
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
  };
}
