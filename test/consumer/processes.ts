import { execFile } from "node:child_process";

/** What a process left behind. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of Node.js in a folder. */
export function runNode(cwd: string, args: readonly string[]): Promise<Finished> {
  return runProgram(process.execPath, args, cwd);
}

/** Runs npm in a folder, without a network and without what the user has set up. */
export function runNpm(cwd: string, args: readonly string[]): Promise<Finished> {
  const quiet = ["--offline", "--no-audit", "--no-fund", "--no-update-notifier"];
  return runProgram("npm", [...args, ...quiet], cwd);
}

/**
 * Runs a program in a folder.
 *
 * @param command The name of the program, or its path.
 * @param args Its arguments.
 * @param cwd The folder.
 * @param environment What is set besides the environment of this process.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    // Package managers are scripts on Windows, which only a shell starts.
    const isScript = ["npm", "npx", "pnpm"].includes(command);
    const shell = isScript && process.platform === "win32";
    const env = { ...process.env, ...environment };
    execFile(command, args, { cwd, env, shell, encoding: "utf8" }, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, output: stdout + stderr });
      else if (typeof error.code === "number")
        resolve({ code: error.code, output: stdout + stderr });
      // The program could not be started, or was ended by a signal.
      else reject(new Error(`${command} ${args.join(" ")} failed`, { cause: error }));
    });
  });
}
