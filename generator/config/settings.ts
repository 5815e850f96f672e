import { checkSettings } from "./check-config.js";
import { completeConfig } from "./complete-config.js";
import type { Config } from "./config.js";
import { resolve } from "./disk.js";
import { resolvePaths } from "./resolve-paths.js";
import type { JobConfig } from "./user-config.js";

/**
 * Checks and completes the settings of a caller of the library.
 *
 * @param spec The document, if it is a path or a URL.
 * @param config The settings.
 * @param cwd The folder that paths are relative to, absolute.
 * @throws {InputError} If a setting is wrong.
 */
export function settingsOf(spec: string | undefined, config: JobConfig, cwd: string): Config {
  const { known, headers, settings } = apart(config);
  for (const { url, headers: sent } of headers) checkSettings({ spec: { url, headers: sent } });
  const complete = completeConfig(
    resolvePaths(checkSettings({ ...settings, spec: settings.spec ?? spec ?? "-" }), cwd),
    resolve(cwd, "generated"),
    known,
  );
  return headers.length === 0 ? complete : { ...complete, headers };
}

/** Returns the members of a complete config that are not settings: their source, and the headers of requests. */
function apart(config: JobConfig & Partial<Pick<Config, "source" | "overridden" | "headers">>): {
  readonly known: Pick<Config, "source" | "overridden">;
  readonly headers: Config["headers"];
  readonly settings: JobConfig;
} {
  const { source, overridden, headers, ...settings } = config;
  const isFile = typeof source === "object" && "uri" in source;
  if (!isFile && !Array.isArray(headers)) return { known: {}, headers: [], settings: config };
  const known = { ...(source && { source }), ...(overridden && { overridden }) };
  return { known, headers: headers ?? [], settings };
}
