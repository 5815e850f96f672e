/** A TypeScript module, before it is printed. */
export interface SourceFile {
  /** Relative to the output folder, with `/`: `src/models/batch.ts`. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly declarations: readonly Declaration[];
}

/** `import { values, type types } from "from"`. */
export interface Import {
  readonly from: string;
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** What is declared at the top of a module. Texts are code, except for the doc comments. */
export type Declaration =
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly docs?: string;
      readonly extends?: string;
      readonly members: readonly Member[];
    }
  | { readonly kind: "alias"; readonly name: string; readonly docs?: string; readonly type: string }
  | {
      readonly kind: "constant";
      readonly name: string;
      readonly docs?: string;
      readonly type?: string;
      readonly value: string;
      readonly exported: boolean;
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly docs?: string;
      readonly parameters: readonly string[];
      readonly returns: string;
      readonly body: string;
      readonly exported: boolean;
    }
  /** `export { names } from "from"`, or `export type`. */
  | {
      readonly kind: "reexport";
      readonly from: string;
      readonly names: readonly string[];
      readonly typeOnly: boolean;
    };

/** A member of an interface. */
export interface Member {
  /** The name as code, or the parameter of an index signature in brackets. */
  readonly name: string;
  readonly docs?: string;
  readonly optional: boolean;
  readonly type: string;
}
