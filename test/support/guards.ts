import type { Json } from "../../generator/core/json.js";
import type { GenerateOptions, Model } from "../../generator/index.js";
import type { ValidationOptions } from "../../generator/runtime/issue.js";

/** What `MSchema.validate` finds wrong with a value. */
export interface GuardIssue {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly schemaPath: string;
}

/** The guards of one model. */
export interface Guards {
  /** `isM` */
  readonly is: (value: unknown) => boolean;
  /** `MSchema.validate` */
  readonly validate: (
    value: unknown,
    options?: ValidationOptions,
  ) => {
    readonly value?: unknown;
    readonly issues?: readonly GuardIssue[] | undefined;
  };
  /** The document that they were made from, if it is an available JSON value. */
  readonly document?: Json;
}

/**
 * The guards of a model among the exports of a package.
 *
 * @throws when one of them is not there
 */
export function guardsOf(
  model: Model,
  exports: Readonly<Record<string, unknown>>,
  document?: Pick<Guards, "document">,
): Guards {
  return {
    ...document,
    // What they take and return is what their tests are about.
    is: exported(model.exports.is, exports) as Guards["is"],
    validate: (exported(model.exports.schema, exports) as Guards).validate,
  };
}

/** The document of some options, if it is a JSON text. */
export function jsonDocumentOf({ spec }: GenerateOptions): Pick<Guards, "document"> {
  const text = typeof spec === "object" && "text" in spec ? spec.text : undefined;
  if (typeof text !== "string" || !text.startsWith("{")) return {};
  // What JSON.parse makes of a text is a JSON value.
  return { document: JSON.parse(text) as Json };
}

function exported(name: string, exports: Readonly<Record<string, unknown>>): unknown {
  const value = exports[name];
  if (value === undefined) throw new Error(`The package does not export ${name}.`);
  return value;
}
