import type { Config } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import type { ConfigEnvironment } from "../config/user-config.js";
import type { CommandIo } from "./command-io.js";

/** The arguments of a command that reads one document; paths are relative to the working directory. */
export interface DocumentArguments {
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The headers of the requests for the document, as lines such as `Accept: application/yaml`. */
  readonly headers?: readonly string[] | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The job of the config; required if there are several. */
  readonly job?: string | undefined;
}

/** Loads the settings of the one job that a command works on. */
export function loadJob(
  { spec, headers, config: file, job }: DocumentArguments,
  command: ConfigEnvironment["command"],
  io: CommandIo,
): Promise<Config> {
  return loadConfig({
    cwd: io.cwd,
    file,
    command,
    jobs: job === undefined ? undefined : [job],
    headers,
    overrides: { spec },
    onFound: (note) => io.stderr(`${note}\n`),
  });
}
