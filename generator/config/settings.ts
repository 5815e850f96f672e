import { checkSettings } from "./check-config.js";
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
  const { source, overridden, ...others } = config;
  const settings = { ...others, spec: others.spec ?? spec ?? "-" };
  return completeConfig(resolvePaths(checkSettings(settings), cwd), resolve(cwd, "generated"), {
    ...(source !== undefined && { source }),
    ...(overridden !== undefined && { overridden }),
  });
}
