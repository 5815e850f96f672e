import { array, exported, literal, object } from "../../code/expressions.js";
import type { Declaration, ExportedName, Expression, Module } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import type { Document } from "../../openapi/document.js";
import { rootOf, type Found } from "../../openapi/navigate.js";
import { schemeNamed, securityOf } from "../../openapi/security.js";
import { docsOfObject } from "./docs.js";
import type { NamesOfOperations } from "./names.js";
import type { Unsupported } from "./unsupported.js";

/** The module with the security schemes. */
const securityModule = "operations/security";

/** The type of the names of the security schemes. */
export const schemeNameType = "SecuritySchemeName";

/** The security schemes that operations use, each a constant in a module of its own. */
export class SecuritySchemes {
  readonly #document: Document;
  readonly #names: NamesOfOperations;
  readonly #unsupported: Unsupported;
  readonly #schemes = new Map<string, { readonly name: ExportedName; readonly found: Found }>();

  constructor(document: Document, names: NamesOfOperations, unsupported: Unsupported) {
    this.#document = document;
    this.#names = names;
    this.#unsupported = unsupported;
  }

  /**
   * The code of the security requirements of an operation; undefined, if it needs none.
   *
   * @see {@link https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object | OpenAPI 3.2, Security Requirement Object}
   */
  requirements(operation: Found): Expression | undefined {
    const { alternatives } = securityOf(operation, rootOf(this.#document));
    if (alternatives.every(({ size }) => size === 0)) return undefined;
    const known = alternatives.flatMap((alternative) => {
      const schemes = [...alternative].map(([name, scopes]) => {
        const scheme = this.#scheme(name, operation);
        const named = scopes.filter((scope) => typeof scope === "string");
        return (
          scheme &&
          object([
            ["scheme", scheme],
            ...(named.length > 0 ? [["scopes", literal(named)] as const] : []),
          ])
        );
      });
      // Credentials that nothing describes cannot be sent.
      return schemes.includes(undefined)
        ? []
        : [array(schemes.filter((each) => each !== undefined))];
    });
    return known.length === 0 ? undefined : array(known);
  }

  /** The module with the schemes that were used; none, if there are none. */
  module(): readonly Module[] {
    if (this.#schemes.size === 0) return [];
    const names = [...this.#schemes.keys()];
    const constants = [...this.#schemes].map(([name, { name: constant, found }]): Declaration => {
      const docs = docsOfObject(found);
      return {
        kind: "constant",
        name: constant.name,
        ...(docs !== undefined && { docs }),
        type: typeReference(exported("SecurityScheme", "runtime/operation")),
        value: schemeCode(name, found),
        isHoisted: false,
      };
    });
    const [first = "", ...others] = names;
    const alias: Declaration = {
      kind: "alias",
      name: schemeNameType,
      docs: {
        text: "The names of the security schemes, under which clients take credentials.",
        tags: [],
      },
      type:
        others.length === 0
          ? { kind: "literal", value: first }
          : { kind: "union", members: names.map((value) => ({ kind: "literal", value })) },
    };
    return [{ path: securityModule, declarations: [alias, ...constants] }];
  }

  /** The constant of a scheme; undefined, if it cannot be described. */
  #scheme(name: string, operation: Found): ExportedName | undefined {
    const known = this.#schemes.get(name);
    if (known !== undefined) return known.name;
    const found = schemeNamed(this.#document, name);
    if (found === undefined || !isDescribed(found)) {
      this.#unsupported.add("unknown-scheme", found?.place ?? operation.place);
      return undefined;
    }
    if (found.value.type === "mutualTLS") this.#unsupported.add("mutual-tls", found.place);
    const constant = exported(this.#names.scheme(name), securityModule);
    this.#schemes.set(name, { name: constant, found });
    return constant;
  }
}

/** Whether a scheme has a type that is known, and the fields that say how it is sent. */
function isDescribed({ value: { type, scheme, in: where, name } }: Found): boolean {
  switch (type) {
    case "http":
      return typeof scheme === "string";
    case "apiKey":
      return (
        typeof name === "string" && ["query", "header", "cookie"].some((each) => each === where)
      );
    default:
      return type === "oauth2" || type === "openIdConnect" || type === "mutualTLS";
  }
}

/** @see {@link https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object | OpenAPI 3.2, Security Scheme Object} */
function schemeCode(name: string, { value }: Found): Expression {
  const { type = null, scheme = null, in: where = null, name: parameter = null } = value;
  return object([
    ["name", literal(name)],
    ["type", literal(type)],
    ...(type === "http" ? [["scheme", literal(scheme)] as const] : []),
    ...(type === "apiKey"
      ? [["in", literal(where)] as const, ["parameter", literal(parameter)] as const]
      : []),
  ]);
}
