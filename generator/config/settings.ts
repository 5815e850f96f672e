import { checkConfig } from "./check-config.js";
import { completeConfig } from "./complete-config.js";
import type { Config } from "./config.js";
import { resolve } from "./disk.js";
import { resolvePaths } from "./resolve-paths.js";
import type { UserConfig } from "./user-config.js";

/**
 * Checks and completes the settings that a caller of the library gives.
 *
 * @param spec Where the document is, if that is a path or a URL.
 * @param config The settings.
 * @param cwd What paths are relative to, absolute.
 * @throws InputError when a setting is wrong.
 */
export function settingsOf(spec: string | undefined, config: UserConfig, cwd: string): Config {
  const { source, headers, settings } = apart(config);
  for (const { url, headers: sent } of headers) checkConfig({ spec: { url, headers: sent } });
  const complete = completeConfig(
    resolvePaths(checkConfig({ ...settings, spec: settings.spec ?? spec ?? "-" }), cwd),
    resolve(cwd, "generated"),
    source,
  );
  return { ...complete, headers, ...(source !== undefined && { source }) };
}

/** What a complete config has besides the settings: the file, and the headers of requests. */
function apart(config: UserConfig & Partial<Pick<Config, "source" | "headers">>): {
  readonly source: Config["source"];
  readonly headers: Config["headers"];
  readonly settings: UserConfig;
} {
  const { source, headers, ...settings } = config;
  const isComplete = Array.isArray(headers);
  return isComplete
    ? { source, headers, settings }
    : { source: undefined, headers: [], settings: config };
}
