/**
 * The part of TypeScript that generated code is written in, as far as its layout depends on it.
 * Parentheses are not kept: where they are needed follows from what stands inside what.
 */
export type Expression =
  /** A name, a literal or a keyword: what has no parts. */
  | { readonly kind: "name" | "string" | "number" | "pattern"; readonly text: string }
  /** `object.property` */
  | { readonly kind: "property"; readonly object: Expression; readonly name: string }
  /** `object[key]` */
  | { readonly kind: "element"; readonly object: Expression; readonly key: Expression }
  /** `callee<types>(args)`, or the same with `new`. */
  | {
      readonly kind: "call";
      readonly isNew: boolean;
      readonly callee: Expression;
      readonly types: readonly Type[];
      readonly args: readonly Expression[];
    }
  | { readonly kind: "array"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly members: readonly ObjectMember[] }
  | {
      readonly kind: "arrow";
      readonly parameters: readonly string[];
      readonly body: Expression | readonly Statement[];
    }
  /** `!operand`, `typeof operand`, `-operand` */
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "conditional";
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  /** `operand as const` */
  | { readonly kind: "constant"; readonly operand: Expression }
  /** A comment before an expression. */
  | { readonly kind: "commented"; readonly comment: string; readonly expression: Expression };

/** `name: value`; without a name, `value` stands for both. */
export interface ObjectMember {
  readonly name: string | undefined;
  readonly value: Expression;
}

/** A type, as far as its layout depends on it. */
export type Type =
  /** A keyword or a literal. */
  | { readonly kind: "keyword"; readonly text: string }
  /** `Name` or `Name<types>` */
  | { readonly kind: "reference"; readonly name: string; readonly types: readonly Type[] }
  /** `typeof name` */
  | { readonly kind: "query"; readonly text: string }
  | { readonly kind: "array"; readonly items: Type }
  /** `object[key]` */
  | { readonly kind: "element"; readonly object: Type; readonly key: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  /** `item?` or `...item` in a tuple. */
  | { readonly kind: "optional" | "rest"; readonly item: Type }
  | {
      readonly kind: "object";
      readonly members: readonly TypeMember[];
      /** Whether the first member is on a line of its own, as it then stays. */
      readonly isOpen: boolean;
    }
  | { readonly kind: "union" | "intersection"; readonly members: readonly Type[] };

/** `name: type`; the name is as it is written, with its question mark. */
export interface TypeMember {
  /** The comment before it, if there is one. */
  readonly comment: string;
  readonly name: string;
  readonly type: Type;
}

export type Statement =
  | { readonly kind: "expression" | "return"; readonly value: Expression }
  /** `target operator value`, or with `const` or `let` before the target, which may have a type. */
  | {
      readonly kind: "assignment";
      readonly target: string;
      readonly type: Type | undefined;
      readonly operator: string;
      readonly value: Expression;
    }
  /** `break`, `continue`, `return` */
  | { readonly kind: "jump"; readonly keyword: string }
  | {
      readonly kind: "if";
      readonly test: Expression;
      readonly then: Statement;
      readonly otherwise: Statement | undefined;
    }
  | { readonly kind: "for"; readonly head: ForHead; readonly body: readonly Statement[] }
  | {
      readonly kind: "switch";
      readonly on: Expression;
      readonly cases: readonly {
        /** `case "value":`, `default:` */
        readonly labels: readonly string[];
        readonly body: readonly Statement[];
      }[];
    }
  | { readonly kind: "block"; readonly body: readonly Statement[] };

/** `before; test; after`; or `const key in object`, which is never broken. */
export type ForHead =
  { readonly before: string; readonly test: Expression; readonly after: string } | string;
