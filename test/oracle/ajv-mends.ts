import type { Json, JsonObject } from "../../generator/core/json.js";
import { isDeepStrictEqual } from "node:util";
import type { AnySchema, KeywordDefinition } from "ajv";
import type { Ajv2020 } from "ajv/dist/2020.js";
import { isMultipleOf } from "./decimal.js";

/** A keyword that Ajv gets wrong, as it should be. */
export interface Mend {
  readonly keyword: string;
  readonly definition: KeywordDefinition;
  /** What Ajv does. */
  readonly reason: string;
  /**
   * What Ajv gets wrong, or is undone by: an instance under a schema of this keyword, and of others
   * if it takes them, and whether it is valid. When Ajv gets it right, the mend can go.
   */
  readonly needed: readonly (readonly [
    value: Json,
    instance: Json,
    isValid: boolean,
    others?: JsonObject,
  ])[];
}

// `before` keeps the order of Ajv, which looks at no keyword after `propertyNames` when the object is
// empty: none that follows could find anything wrong with it.
//
// Ajv types what it hands to a keyword as `any`; what that is follows from the keyword.

export const mends: readonly Mend[] = [
  {
    keyword: "const",
    definition: { keyword: "const", validate: areEqual },
    reason: "compares objects by the constructor and toString that they may have as members",
    needed: [
      [{ constructor: {} }, { constructor: {} }, true],
      [{ a: 1 }, { toString: 1 }, false],
    ],
  },
  {
    keyword: "enum",
    definition: {
      keyword: "enum",
      validate: (values: readonly Json[], value: Json) =>
        values.some((each) => areEqual(each, value)),
    },
    reason: "compares like const, and refuses an empty list",
    needed: [
      [[{ constructor: {} }], { constructor: {} }, true],
      [[], null, false],
    ],
  },
  {
    keyword: "uniqueItems",
    definition: {
      keyword: "uniqueItems",
      type: "array",
      validate: (isWanted: boolean, items: readonly Json[]) => !isWanted || areUnique(items),
    },
    reason: "compares like const",
    needed: [[true, [{ constructor: {} }, { constructor: {} }], false]],
  },
  {
    keyword: "multipleOf",
    definition: {
      keyword: "multipleOf",
      type: "number",
      validate: (divisor: number, value: number) => isMultipleOf(value, divisor),
    },
    reason: "divides in binary, and reads the result by parseInt, for which 2e+29 is 2",
    needed: [
      [0.01, 0.07, true],
      [0.1, 0.3, true],
      [5, 1e30, true],
      [1.5, 1e21, false],
    ],
  },
  {
    keyword: "required",
    definition: {
      keyword: "required",
      before: "propertyNames",
      type: "object",
      validate: (names: readonly string[], object: JsonObject) => hasAll(object, names),
    },
    reason: "takes a missing property whose name is empty for none",
    needed: [[[""], {}, false]],
  },
  {
    keyword: "dependentRequired",
    definition: {
      keyword: "dependentRequired",
      before: "propertyNames",
      type: "object",
      validate: (dependents: Readonly<Record<string, readonly string[]>>, object: JsonObject) =>
        Object.entries(dependents).every(
          ([name, names]) => !Object.hasOwn(object, name) || hasAll(object, names),
        ),
    },
    reason: "takes a missing property whose name is empty for none",
    needed: [[{ a: [""] }, { a: 1 }, false]],
  },
  {
    keyword: "prefixItems",
    definition: {
      keyword: "prefixItems",
      type: "array",
      compile: (schemas: readonly AnySchema[], _parent, { self }) => {
        const validators = schemas.map((schema) => validatorOf(schema, self));
        return (items: readonly Json[]) =>
          validators.every((isValid, index) => index >= items.length || isValid(items[index]));
      },
    },
    reason: "looks at no keyword after it when the array is empty",
    needed: [[[{ type: "string" }], [], false, { contains: { type: "string" } }]],
  },
];

function areEqual(one: Json, other: Json): boolean {
  // By value first: 0 and -0 are one number.
  return one === other || isDeepStrictEqual(one, other);
}

function areUnique(items: readonly Json[]): boolean {
  return items.every((item, index) =>
    items.slice(index + 1).every((other) => !areEqual(item, other)),
  );
}

function hasAll(object: JsonObject, names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(object, name));
}

/** Compiles a schema when it is first needed, since it may lead back to where it stands. */
function validatorOf(
  schema: AnySchema,
  ajv: Pick<Ajv2020, "compile">,
): (value: unknown) => boolean {
  let validate: ((value: unknown) => unknown) | undefined;
  return (value) => {
    validate ??= ajv.compile(schema);
    return validate(value) === true;
  };
}
