// Writes one version into a folder, as a process that may be hit by something at a chosen call:
// `node main.js OUT VERSION SIZE [CALL ACTION]`. `bundle-writer.ts` bundles it, so that it starts fast.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { mutations } from "./mutations.js";
import { versionOf } from "./versions.js";

const [out = "", version, size, at = "0", action = ""] = process.argv.slice(2);
const calls: string[] = [];

for (const name of mutations) {
  // Every one of them is a function.
  const real = Reflect.get(fs, name) as (...args: readonly unknown[]) => unknown;
  Reflect.set(fs, name, (...args: readonly unknown[]): unknown => {
    calls.push(name);
    if (calls.length === Number(at)) {
      if (action === "torn" && name === "writeFileSync") real(args[0], "", args[2]);
      process.kill(process.pid, action === "torn" ? "SIGKILL" : action);
    }
    return real(...args);
  });
}
syncBuiltinESMExports();

const { lockFolder } = await import("../../../generator/output/transaction/folder-lock.js");
const { Stage } = await import("../../../generator/output/stage/stage.js");
const { writeFiles } = await import("../../../generator/output/write.js");

process.stdout.write("begin\n");
const files = versionOf(version === "old" ? "old" : "new", Number(size));
const lock = await lockFolder(out);
const stage = new Stage(lock);
// Half of them by the thread, the others by this one.
stage.add(files.filter((_, index) => index % 2 === 0));
try {
  await writeFiles(files, out, { lock, stage });
} finally {
  lock.release();
}
process.stdout.write(`${calls.join(" ")}\n`);
