import { checkConfig } from "./check-config.js";
import { completeConfig } from "./complete-config.js";
import type { Config } from "./config.js";
import { resolve } from "./disk.js";
import { resolvePaths } from "./resolve-paths.js";

/**
 * Checks and completes the settings that a caller of the library gives.
 *
 * @param spec Where the document is, if that is a path or a URL.
 * @param config The settings.
 * @param cwd What paths are relative to, absolute.
 * @throws InputError when a setting is wrong.
 */
export function settingsOf(spec: string | undefined, config: Partial<Config>, cwd: string): Config {
  const { source, headers = [], ...others } = config;
  for (const { url, headers: sent } of headers) checkConfig({ spec: { url, headers: sent } });
  const settings = { ...others, spec: others.spec ?? spec ?? "-" };
  const complete = completeConfig(
    resolvePaths(checkConfig(settings), cwd),
    resolve(cwd, "generated"),
    source,
  );
  return { ...complete, headers, ...(source !== undefined && { source }) };
}
