import type { Json } from "../core/json.js";

// TypeScript code as a tree of plain objects. Texts in it are names, or data of a document: the
// printer encodes them for their place in the code.

/** A module by its path below the folder of the sources, without extension: `guards/batch`. */
export type ModulePath = string;

/**
 * The packages from which modules import everything under one name: the name of the package and that
 * name. A package is the module of its exports.
 */
export const importedPackages: ReadonlyMap<ModulePath, string> = new Map([["fast-check", "fc"]]);

/** An export of a module. Another module that uses it imports it. */
export interface ExportedName {
  readonly kind: "exported";
  readonly name: string;
  readonly module: ModulePath;
}

export type Expression =
  | ExportedName
  /** A parameter, or a variable. */
  | { readonly kind: "local"; readonly name: string }
  /** A global, such as `Object`. */
  | { readonly kind: "global"; readonly name: string }
  /** A constant or a function beside the exports of the module; left out if nothing uses it. */
  | { readonly kind: "hoisted"; readonly name: string }
  /** A JSON value. */
  | { readonly kind: "literal"; readonly value: Json }
  /** A pattern of ECMA-262 that is known to be valid with these flags. */
  | { readonly kind: "regexp"; readonly source: string; readonly flags: string }
  /** A member that the language defines, such as `length`. */
  | { readonly kind: "member"; readonly object: Expression; readonly name: string }
  /** A property of a JSON object, under any name. */
  | { readonly kind: "property"; readonly object: Expression; readonly name: string }
  | { readonly kind: "element"; readonly object: Expression; readonly index: Expression }
  | {
      readonly kind: "call";
      readonly callee: Expression;
      readonly types?: readonly TypeNode[];
      readonly args: readonly Expression[];
      /** Whether it is known to have no side effects. */
      readonly isPure: boolean;
    }
  /** Known to have no side effects. */
  | {
      readonly kind: "new";
      readonly callee: Expression;
      readonly types: readonly TypeNode[];
      readonly args: readonly Expression[];
    }
  | { readonly kind: "typeof"; readonly operand: Expression }
  /** A comparison whose negation is exact: never applied to NaN. */
  | {
      readonly kind: "comparison";
      readonly left: Expression;
      readonly operator: ComparisonOperator;
      readonly right: Expression;
    }
  | {
      readonly kind: "binary";
      readonly left: Expression;
      readonly operator: ComparisonOperator | ProductOperator;
      readonly right: Expression;
    }
  | { readonly kind: "sum"; readonly operands: readonly Expression[] }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "and"; readonly operands: readonly Expression[] }
  | { readonly kind: "or"; readonly operands: readonly Expression[] }
  | {
      readonly kind: "conditional";
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  /** `...list`, as an argument or an item. */
  | { readonly kind: "spread"; readonly list: Expression }
  | { readonly kind: "object"; readonly members: readonly ObjectMember[] }
  /** Trailing parameters that the body does not use are left out. */
  | {
      readonly kind: "arrow";
      readonly parameters: readonly string[];
      readonly body: Expression | readonly Statement[];
    }
  /** `… as const` */
  | { readonly kind: "const"; readonly value: Json };

/** `== null` is true for undefined too. */
export type ComparisonOperator = "===" | "!==" | "==" | "!=" | "<" | ">=" | ">" | "<=";

export type ProductOperator = "%" | "*" | "/";

export interface ObjectMember {
  readonly name: string;
  readonly value: Expression;
}

export type Statement =
  | { readonly kind: "evaluate"; readonly expression: Expression }
  | { readonly kind: "return"; readonly value: Expression }
  | { readonly kind: "continue" }
  | {
      readonly kind: "variable";
      readonly isConstant: boolean;
      readonly name: string;
      readonly value: Expression;
    }
  | {
      readonly kind: "assign";
      readonly name: string;
      readonly operator: "=" | "+=";
      readonly value: Expression;
    }
  | {
      readonly kind: "if";
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | EachStatement
  | {
      readonly kind: "switch";
      readonly on: Expression;
      readonly cases: readonly {
        readonly values: readonly string[];
        readonly body: readonly Statement[];
      }[];
      readonly otherwise: readonly Statement[];
    }
  /** `{ … }`, with a scope of its own. */
  | { readonly kind: "block"; readonly body: readonly Statement[] };

/**
 * A loop over the items of an array, or the members of an object, with their keys. Members that are
 * undefined are skipped.
 */
export interface EachStatement {
  readonly kind: "each";
  readonly over: "items" | "members";
  /** Without side effects, because it is evaluated repeatedly. It uses neither `key` nor `item`. */
  readonly value: Expression;
  /** The first index, for items. */
  readonly from: number;
  /** The name of the variable for the index, or for the name of a member. */
  readonly key: string;
  /** The name of the variable for the item, or for the value of a member. */
  readonly item: string;
  /** Must not declare variables that `value` uses. */
  readonly body: readonly Statement[];
}

export type TypeNode =
  | {
      readonly kind: "keyword";
      readonly name:
        | "unknown"
        | "never"
        | "string"
        | "number"
        | "boolean"
        | "null"
        | "undefined"
        | "void"
        | "{}";
    }
  /** The type of a single JSON value. */
  | { readonly kind: "literal"; readonly value: Json }
  | TypeReference
  /** `import("…").name`: a type of another module that is not imported above. */
  | { readonly kind: "import"; readonly name: ExportedName }
  /** `object["a"]["b"]`: the type of a property. */
  | { readonly kind: "indexed"; readonly object: ExportedName; readonly keys: readonly string[] }
  | { readonly kind: "array"; readonly items: TypeNode }
  | {
      readonly kind: "tuple";
      readonly items: readonly TypeNode[];
      /** How many of the items are required. */
      readonly required: number;
      readonly rest: TypeNode | undefined;
    }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "union"; readonly members: readonly TypeNode[] }
  | { readonly kind: "intersection"; readonly members: readonly TypeNode[] }
  /** `value is T`, `asserts value is T` */
  | {
      readonly kind: "predicate";
      readonly asserts: boolean;
      readonly parameter: string;
      readonly type: TypeNode;
    };

/** A type by its name, with its type arguments. */
export interface TypeReference {
  readonly kind: "reference";
  /** A type of another module, or the name of a global type. */
  readonly name: ExportedName | string;
  readonly args: readonly TypeNode[];
}

/** A member of an interface or of an object type. */
export type Member =
  | {
      readonly kind: "property";
      /** A number is a name too: `keyof` yields it as a number. */
      readonly name: string | number;
      readonly docs?: Docs;
      readonly optional: boolean;
      readonly type: TypeNode;
    }
  | { readonly kind: "index"; readonly docs?: Docs; readonly type: TypeNode };

/** A doc comment, before it is encoded and wrapped. */
export interface Docs {
  /** Markdown. */
  readonly text: string;
  readonly tags: readonly DocTag[];
}

/** `@name text` */
export interface DocTag {
  readonly name: string;
  readonly text: string;
}

export interface Parameter {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeNode;
}

/** A declaration at the top of a module. All are exported, except those that are hoisted. */
export type Declaration =
  | {
      readonly kind: "interface";
      readonly name: string;
      readonly docs?: Docs;
      readonly extends?: TypeReference;
      readonly members: readonly Member[];
    }
  | {
      readonly kind: "alias";
      readonly name: string;
      readonly docs?: Docs;
      readonly type: TypeNode;
    }
  | {
      readonly kind: "constant";
      readonly name: string;
      readonly docs?: Docs;
      /** Needed in the declarations of every exported constant, except a `const` value. */
      readonly type?: TypeNode;
      readonly value: Expression;
      readonly isHoisted: boolean;
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly docs?: Docs;
      readonly parameters: readonly Parameter[];
      readonly returns: TypeNode;
      readonly body: readonly Statement[];
      readonly isHoisted: boolean;
    }
  /** `export { values, type types } from "module"`, or `export *`. */
  | {
      readonly kind: "reexport";
      readonly module: ModulePath;
      readonly names: ReexportedNames | "all";
    };

/** The names that a module re-exports from another one. */
export interface ReexportedNames {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** A module, before it is printed. */
export interface Module {
  readonly path: ModulePath;
  readonly declarations: readonly Declaration[];
}
