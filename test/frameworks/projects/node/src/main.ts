import { runChecks } from "./checks.js";

declare const console: { log(text: string): void };
console.log(await runChecks());
