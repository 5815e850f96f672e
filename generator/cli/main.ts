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
 * Lets Node.js keep the compiled form of what is imported from here on, where it can: since 22.1.
 *
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiledCode(): void {
  const enable: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof enable === "function") Reflect.apply(enable, undefined, []);
}

/**
 * Has V8 wait four times as long before it optimises a function, in Node.js 20: in a run of seconds, that
 * keeps other cores busy for longer than it saves. Newer versions have Maglev, or another flag.
 *
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
function optimizeLater(): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=270000");
}

/** Lets a reader such as `head` stop reading: what is still written then goes nowhere. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}
