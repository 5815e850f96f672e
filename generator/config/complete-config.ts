import { resolve } from "node:path";
import { inputError } from "../core/failure.js";
import { outputs as allOutputs, type Config } from "./config.js";
import type { UserConfig } from "./user-config.js";

/**
 * Makes the paths of a config absolute.
 *
 * @param config The settings.
 * @param folder What the paths are relative to: the folder of the config file.
 * @returns The settings with an absolute `out`, `package.licenseFile` and `references.root`, and with
 *   an absolute `spec` and absolute `overlays` where they are not URLs or `-`.
 */
export function resolvePaths(config: UserConfig, folder: string): UserConfig {
  const { spec, overlays, out, references } = config;
  const { licenseFile } = config.package ?? {};
  const resolved = (input: string): string => (isPath(input) ? resolve(folder, input) : input);
  return {
    ...config,
    ...(spec !== undefined && { spec: resolved(spec) }),
    ...(overlays !== undefined && { overlays: overlays.map(resolved) }),
    ...(out !== undefined && { out: resolve(folder, out) }),
    ...(licenseFile !== undefined && {
      package: { ...config.package, licenseFile: resolve(folder, licenseFile) },
    }),
    ...(references?.root !== undefined && {
      references: { ...references, root: resolve(folder, references.root) },
    }),
  };
}

/** Whether a `spec` or an overlay is the path of a file; a drive letter (`C:`) is not the scheme of a URL. */
function isPath(spec: string): boolean {
  return spec !== "-" && !/^[a-z][a-z\d+.-]+:\/\//i.test(spec);
}

/**
 * Fills in the defaults.
 *
 * @param config The settings, with their paths resolved.
 * @param folder The folder in which the default output folder, `generated`, lies.
 * @throws InputError `missing-spec`, when no document is named.
 */
export function completeConfig(config: UserConfig, folder: string): Config {
  const { spec, overlays, out, roots, names, outputs, formats, policies, strict } = config;
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
    out: out ?? resolve(folder, "generated"),
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
    policies: policies ?? {},
    strict: strict ?? false,
  };
}
