#!/usr/bin/env node
import * as module from "node:module";
import { runCommandLine } from "./command-line.js";

keepCompiledCode();
ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);
process.exitCode = await runCommandLine(process.argv.slice(2), process);

/**
 * Lets Node.js keep the compiled form of what is imported from here on, where it can: since 22.1.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof enable === "function") Reflect.apply(enable, undefined, []);
}

/** Lets a reader such as `head` stop reading: what is still written then goes nowhere. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
