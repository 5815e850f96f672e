/** The part of js-yaml that reading takes: its listener is in no types that are published. */
declare module "js-yaml" {
  /** How plain scalars are told from texts. */
  export interface Type {
    readonly tag: string;
  }
  export const Type: new (
    tag: string,
    options: {
      readonly kind: "scalar";
      readonly resolve: (source: string | null) => boolean;
      readonly construct: (source: string) => unknown;
    },
  ) => Type;

  export interface Schema {
    readonly implicit: readonly Type[];
  }
  export const Schema: new (definition: { readonly implicit: readonly Type[] }) => Schema;

  /** Where the reader is. */
  export interface State {
    readonly input: string;
    readonly position: number;
    readonly depth: number;
    readonly tag: string | null;
    readonly anchor: string | null;
    readonly kind: "scalar" | "sequence" | "mapping" | null;
    readonly result: unknown;
  }

  export interface LoadOptions {
    readonly schema: Schema;
    readonly maxDepth: number;
    /** Whether a mapping may have a key twice. Default: no. */
    readonly json?: boolean;
    /** Is called with every node, before and after it is read. */
    readonly listener: (event: "open" | "close", state: State) => void;
    readonly onWarning?: (warning: Error) => void;
  }

  export function load(text: string, options: LoadOptions): unknown;
}
