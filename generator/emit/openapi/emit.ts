import type { Declaration, Member, Module, TypeNode } from "../../code/nodes.js";
import { exported } from "../../code/expressions.js";
import { neverType, stringType, typeReference } from "../../code/type-nodes.js";
import { ownMember } from "../../core/json.js";
import { componentSchemas } from "../../openapi/components.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import { methods } from "../../openapi/operations.js";
import { mediaType, typeOrComponent, type ObjectContext } from "./content.js";
import { absent, objectOrNever, property } from "./members.js";
import {
  bodyType,
  headerType,
  operationType,
  parametersMember,
  parameterType,
  responseType,
} from "./operation.js";
import { openApiModule, schemaTypes, type OpenApiInput } from "./schema-types.js";

/**
 * Makes the module with `paths`, `operations` and `components`, in the form that openapi-typescript has
 * given them and openapi-fetch reads. Every schema in it is a model, or the type of one that is none.
 */
export function emitOpenApi(input: OpenApiInput): Module {
  const schemas = schemaTypes(input);
  const frame = new Frame({ document: input.document, schemas });
  const declarations = [
    frame.pathItems("paths"),
    frame.pathItems("webhooks"),
    frame.components(),
    frame.operations(),
    ...schemas.declarations,
  ];
  return { path: openApiModule, declarations };
}

class Frame {
  readonly #context: ObjectContext;
  readonly #root: Found;
  /** The operations that have an id, by it. */
  readonly #operations = new Map<string, TypeNode>();

  constructor(context: ObjectContext) {
    this.#context = context;
    this.#root = rootOf(context.document);
  }

  pathItems(field: "paths" | "webhooks"): Declaration {
    const items = membersOf(this.#context.document, this.#root, field);
    return record(field, items.map(([name, item]) => this.#usedPathItem(name, item)));
  }

  components(): Declaration {
    const { document, schemas } = this.#context;
    const components = memberOf(document, this.#root, "components");
    const section = (name: string, print: (found: Found) => TypeNode): Member => {
      const all = components === undefined ? [] : membersOf(document, components, name);
      const members = all.map(([key, found]) =>
        property(key, typeOrComponent(found, name, print, this.#context), { of: found }),
      );
      return property(name, objectOrNever(members));
    };
    const context = this.#context;
    const ofSchemas = [...componentSchemas(document)].map(([name, place]) =>
      property(name, schemas.ofComponent(place)),
    );
    const mediaTypes = section("mediaTypes", (found) => mediaType(found, undefined, context));
    return record("components", [
      property("schemas", objectOrNever(ofSchemas)),
      section("responses", (found) => responseType(found, context)),
      section("parameters", (found) => parameterType(found, context)),
      section("requestBodies", (found) => bodyType(found, context)),
      section("headers", (found) => headerType(found, context)),
      section("pathItems", (found) => this.#pathItemType(found)),
      ...(components?.value.mediaTypes === undefined ? [] : [mediaTypes]),
    ]);
  }

  /** The operations that were met; nothing else may come after this. */
  operations(): Declaration {
    return record(
      "operations",
      [...this.#operations].map(([id, type]) => property(id, type)),
    );
  }

  #usedPathItem(name: string, item: Found): Member {
    const type = typeOrComponent(
      item,
      "pathItems",
      (found) => this.#pathItemType(found),
      this.#context,
    );
    return property(name, type, { of: item });
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
    const type = operationType(operation, item, this.#context);
    if (typeof id !== "string") return property(method, type, { of: operation });
    this.#operations.set(id, type);
    const reference: TypeNode = {
      kind: "indexed",
      object: exported("operations", openApiModule),
      keys: [id],
    };
    return property(method, reference, { of: operation });
  }
}

/** An interface with some members; where it has none, it has no property at all. */
function record(name: string, members: readonly Member[]): Declaration {
  return members.length === 0
    ? { kind: "alias", name, type: typeReference("Record", stringType, neverType) }
    : { kind: "interface", name, members };
}
