import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

// Unit tests start no process, so that all of them end in seconds. Neither does what they import, such
// as a compiler, or a bundler.

const starts = [
  "exec",
  "execFile",
  "execFileSync",
  "execSync",
  "fork",
  "spawn",
  "spawnSync",
] as const;

for (const name of starts) {
  Reflect.set(childProcess, name, () => {
    throw new Error(
      "A unit test may not start a process: name its file *.package.test.ts or *.process.test.ts.",
    );
  });
}
syncBuiltinESMExports();
