/** How code is printed. */
export interface PrintOptions {
  /** TypeScript, JavaScript without types, or the declarations beside such JavaScript. */
  readonly form: "typescript" | "javascript" | "declarations";
  /** What ends the names of imported files: `./batch.js`, `./batch.ts` or `./batch`. */
  readonly importExtension: ".js" | ".ts" | "";
}

export const defaultOptions: PrintOptions = {
  form: "typescript",
  importExtension: ".js",
};
