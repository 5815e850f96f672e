import { writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { FileToWrite } from "./file-writer.js";

// The thread that writes files; `file-writer.ts` starts it.

const written: string[] = [];

parentPort?.on("message", (file: FileToWrite | undefined) => {
  if (file === undefined) {
    parentPort?.postMessage(written);
    parentPort?.close();
    return;
  }
  try {
    writeFileSync(file.path, file.text);
    written.push(file.path);
  } catch {
    // The first thread tries again, and reports what the system says.
  }
});
