import type { GenerateOptions } from "../../../generator/index.js";

/**
 * What a change means for the data of one direction: no entry at all, entries that break no data, or exactly one
 * entry, which breaks it.
 */
export type Expected = "none" | "compatible" | "breaking";

/** A schema as a document writes it. */
export type Written = boolean | WrittenObject;

export interface WrittenObject {
  readonly [keyword: string]: unknown;
}

/** Two versions of the component `M`, and what the change means. */
export type Pair = readonly [
  what: string,
  old: Written,
  now: Written,
  request: Expected,
  response: Expected,
  more?: Further,
];

/** What some pairs need besides. */
export interface Further {
  /** Further components: of both documents, or of each. */
  readonly components?: Components;
  readonly oldComponents?: Components;
  readonly newComponents?: Components;
  /** The versions of OpenAPI, if they are not 3.1. */
  readonly oldVersion?: "3.0.3";
  readonly newVersion?: "3.0.3";
  readonly config?: GenerateOptions["config"];
  /**
   * The schemas of each direction for Ajv, where it cannot read those of the document: of OpenAPI 3.0, or with
   * `readOnly` and `writeOnly`.
   */
  readonly as2020?: {
    readonly request: readonly [old: Written, now: Written];
    readonly response: readonly [old: Written, now: Written];
  };
  /** The message of each entry about data, in both directions, without repetition. */
  readonly messages?: readonly string[];
  /** The pointer of each entry, in both directions, without repetition. */
  readonly pointers?: readonly string[];
  /** How many entries the change has in each direction that it concerns. Default: 1. */
  readonly changes?: number;
  /** The component of the entry, if it is not `M`. */
  readonly component?: string;
}

export type Components = Readonly<Record<string, Written>>;

/** A schema of an object with some properties. */
export function object(properties: Components, ...required: readonly string[]): WrittenObject {
  return { type: "object", properties, ...(required.length > 0 && { required }) };
}

/** A reference to a component. */
export function ref(name: string): WrittenObject {
  return { $ref: `#/components/schemas/${name}` };
}

export const string = { type: "string" } as const;
export const number = { type: "number" } as const;
export const integer = { type: "integer" } as const;
export const nothing = { type: "null" } as const;
