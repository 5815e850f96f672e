/** The part of js-yaml that is used. The published types lack its listener. */
declare module "js-yaml" {
  /** A type of scalars. */
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

  /** The state of the reader. */
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
    /** Whether a mapping may have a key twice. Default: false. */
    readonly json?: boolean;
    /** Is called with every node, before and after it is read. */
    readonly listener: (event: "open" | "close", state: State) => void;
    readonly onWarning?: (warning: Error) => void;
  }

  export function load(text: string, options: LoadOptions): unknown;
}
