/** How code is printed. */
export interface PrintOptions {
  /** TypeScript, JavaScript without types, or the declarations beside such JavaScript. */
  readonly form: "typescript" | "javascript" | "declarations";
  /** What ends the names of imported files: `./batch.js`, `./batch.ts` or `./batch`. */
  readonly importExtension: ".js" | ".ts" | "";
  /** What the module begins with: comments with a blank line below, or nothing. */
  readonly header: string;
}

export const defaultOptions: PrintOptions = {
  form: "typescript",
  importExtension: ".js",
  header: "",
};
