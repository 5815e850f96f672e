#!/usr/bin/env node
import * as module from "node:module";
import { setFlagsFromString } from "node:v8";
import { runCommandLine } from "./command-line.js";

keepCompiledCode();
optimizeLater();
ignoreClosedPipe(process.stdout);
ignoreClosedPipe(process.stderr);
process.exitCode = await runCommandLine(process.argv.slice(2), process);

/**
 * Lets Node.js cache the compiled form of everything imported from here on, from version 22.1.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof enable === "function") Reflect.apply(enable, undefined, []);
}

/**
 * In Node.js 20, has V8 wait four times as long before it optimises a function: in a run of a few
 * seconds, optimising keeps other cores busy for longer than it saves. Newer versions have Maglev, or
 * another flag.
 *
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function optimizeLater(): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=270000");
}

/** Lets a reader such as `head` stop reading: further output is dropped. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
