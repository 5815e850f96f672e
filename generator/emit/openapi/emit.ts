import type { Declaration, Member, Module, TypeNode } from "../../code/nodes.js";
import { exported } from "../../code/expressions.js";
import { neverType, stringType, typeReference, unknownType } from "../../code/type-nodes.js";
import { ownMember } from "../../core/json.js";
import { componentSchemas } from "../../openapi/components.js";
import type { Document } from "../../openapi/document.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import { methods } from "../../openapi/operations.js";
import { mediaType, typeOrComponent, type ObjectContext } from "./content.js";
import { absent, objectOrNever, property } from "./members.js";
import {
  bodyType,
  callbackType,
  headerType,
  operationType,
  parametersMember,
  parameterType,
  responseType,
} from "./operation.js";
import { openApiModule, schemaTypes, type OpenApiInput, type SchemaTypes } from "./schema-types.js";

/**
 * Makes the module with `paths`, `operations` and `components`, structured as openapi-typescript
 * does and openapi-fetch expects. Every schema in it is a model, or the type of a schema that is
 * not a model.
 */
export function emitOpenApi(input: OpenApiInput): Module {
  const schemas = schemaTypes(input);
  const frame = new Frame(input.document, schemas);
  const declarations = [
    frame.pathItems("paths"),
    frame.pathItems("webhooks"),
    frame.components(),
    frame.operations(),
    ...schemas.declarations,
  ];
  return { path: openApiModule, declarations };
}

/**
 * How deeply operations without an id may be nested in callbacks: callbacks may be circular, and
 * contain several operations each.
 */
const maxNested = 2;

class Frame {
  readonly #context: ObjectContext;
  readonly #root: Found;
  /** The operations with an id, by that id, each with the path item that contains it. */
  readonly #operations = new Map<string, readonly [operation: Found, item: Found]>();
  /** How many operations without an id contain the current one. */
  #nested = 0;

  constructor(document: Document, schemas: SchemaTypes) {
    this.#context = { document, schemas, pathItem: (found) => this.#pathItemType(found) };
    this.#root = rootOf(document);
  }

  pathItems(field: "paths" | "webhooks"): Declaration {
    const { document, pathItem } = this.#context;
    const items = membersOf(document, this.#root, field).map(([name, item]) =>
      property(name, typeOrComponent(item, "pathItems", pathItem, this.#context), { of: item }),
    );
    return record(field, items);
  }

  /** https://spec.openapis.org/oas/v3.2.0.html#components-object */
  components(): Declaration {
    const context = this.#context;
    const components = memberOf(context.document, this.#root, "components");
    const section = (name: string, print: (found: Found) => TypeNode): Member => {
      const all = components === undefined ? [] : membersOf(context.document, components, name);
      const members = all.map(([key, found]) =>
        property(key, typeOrComponent(found, name, print, context), { of: found }),
      );
      return property(name, objectOrNever(members));
    };
    const schemas = [...componentSchemas(context.document)].map(([name, place]) =>
      property(name, context.schemas.ofComponent(place)),
    );
    const rare = {
      callbacks: (found: Found) => callbackType(found, context),
      mediaTypes: (found: Found) => mediaType(found, undefined, context),
    };
    return record("components", [
      property("schemas", objectOrNever(schemas)),
      section("responses", (found) => responseType(found, context)),
      section("parameters", (found) => parameterType(found, context)),
      section("requestBodies", (found) => bodyType(found, context)),
      section("headers", (found) => headerType(found, context)),
      section("pathItems", context.pathItem),
      ...Object.entries(rare).flatMap(([name, print]) =>
        components?.value[name] === undefined ? [] : [section(name, print)],
      ),
    ]);
  }

  /** The operations that were found, and those in their callbacks. */
  operations(): Declaration {
    const members: Member[] = [];
    // Callbacks add operations while the loop runs.
    for (const [id, [operation, item]] of this.#operations) {
      members.push(property(id, operationType(operation, item, this.#context)));
    }
    return record("operations", members);
  }

  /** https://spec.openapis.org/oas/v3.2.0.html#path-item-object */
  #pathItemType(item: Found): TypeNode {
    const { document } = this.#context;
    const fixed = methods.flatMap((method) => {
      const operation = memberOf(document, item, method);
      if (operation !== undefined) return [this.#operation(method, operation, item)];
      return method === "query" ? [] : [absent(method)];
    });
    const others = membersOf(document, item, "additionalOperations").map(([method, operation]) =>
      this.#operation(method, operation, item),
    );
    return {
      kind: "object",
      members: [
        parametersMember([item], this.#context),
        ...fixed,
        ...(others.length === 0
          ? []
          : [property("additionalOperations", { kind: "object", members: others })]),
      ],
    };
  }

  #operation(method: string, operation: Found, item: Found): Member {
    const id = ownMember(operation.value, "operationId");
    if (typeof id !== "string") {
      return property(method, this.#unnamed(operation, item), { of: operation });
    }
    this.#operations.set(id, [operation, item]);
    const object = exported("operations", openApiModule);
    return property(method, { kind: "indexed", object, keys: [id] }, { of: operation });
  }

  /** The type of an operation without an id; `unknown`, if it is nested too deeply. */
  #unnamed(operation: Found, item: Found): TypeNode {
    if (this.#nested === maxNested) return unknownType;
    this.#nested += 1;
    const type = operationType(operation, item, this.#context);
    this.#nested -= 1;
    return type;
  }
}

/** An interface with some members; if there are none, a type without properties. */
function record(name: string, members: readonly Member[]): Declaration {
  return members.length === 0
    ? { kind: "alias", name, type: typeReference("Record", stringType, neverType) }
    : { kind: "interface", name, members };
}
