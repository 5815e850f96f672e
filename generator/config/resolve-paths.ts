import { resolve } from "./disk.js";
import type { RemoteFile } from "./headers.js";
import type { JobConfig } from "./user-config.js";

/**
 * Makes the paths of a config absolute.
 *
 * @param config The settings.
 * @param folder The folder of the config file, which the paths are relative to.
 * @returns The settings with absolute `out`, `package.licenseFile` and `references.root`, and with absolute
 *   `spec` and `overlays`, except URLs and `-`.
 */
export function resolvePaths(config: JobConfig, folder: string): JobConfig {
  const { spec, overlays, out, references } = config;
  const { licenseFile } = config.package ?? {};
  const resolved = (input: string | RemoteFile): string | RemoteFile =>
    typeof input === "string" && isPath(input) ? resolve(folder, input) : input;
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

/** Returns whether a `spec` or an overlay is a path. A drive letter (`C:`) is not the scheme of a URL. */
function isPath(spec: string): boolean {
  return spec !== "-" && !/^[a-z][a-z\d+.-]+:\/\//i.test(spec);
}
