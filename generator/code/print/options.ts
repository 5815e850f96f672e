/** How code is printed. */
export interface PrintOptions {
  /** TypeScript, JavaScript without types, or the declarations beside such JavaScript. */
  readonly form: "typescript" | "javascript" | "declarations";
  /** The extension of imported files: `./batch.js`, `./batch.ts` or `./batch`. */
  readonly importExtension: ".js" | ".ts" | "";
  /** The header of the module: comments followed by a blank line, or nothing. */
  readonly header: string;
}

export const defaultOptions: PrintOptions = {
  form: "typescript",
  importExtension: ".js",
  header: "",
};
