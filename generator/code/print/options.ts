/** How code is printed. */
export interface PrintOptions {
  /** TypeScript, JavaScript without types, or the declarations beside such JavaScript. */
  readonly form: "typescript" | "javascript" | "declarations";
  /** What ends the names of imported files: `./batch.js`, `./batch.ts` or `./batch`. */
  readonly importExtension: ".js" | ".ts" | "";
  /**
   * How properties of JSON objects are read: `value.id`, or `value["id"]` for projects with
   * `noPropertyAccessFromIndexSignature`.
   */
  readonly propertyAccess: "dot" | "brackets";
  /** The version of ECMAScript that the code is written in. */
  readonly target: "es2017" | "es2022";
}

export const defaultOptions: PrintOptions = {
  form: "typescript",
  importExtension: ".js",
  propertyAccess: "dot",
  target: "es2022",
};
