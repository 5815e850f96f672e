import { writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { FileToWrite } from "./file-writer.js";

// The thread that writes files; `file-writer.ts` starts it.

const written: string[] = [];

parentPort?.on("message", (files: readonly FileToWrite[] | undefined) => {
  if (files === undefined) {
    parentPort?.postMessage(written);
    parentPort?.close();
    return;
  }
  for (const { path, text } of files) {
    try {
      writeFileSync(path, text);
      written.push(path);
    } catch {
      // The main thread tries again, and reports the error.
    }
  }
});
