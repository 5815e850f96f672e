import type { Member, TypeNode } from "../../code/nodes.js";
import { stringType, unknownType } from "../../code/type-nodes.js";
import { ownMember } from "../../core/json.js";
import { memberOf, membersOf, type Found } from "../../openapi/navigate.js";
import { contentMembers, typeOrComponent, valueType, type ObjectContext } from "./content.js";
import { absent, objectOrNever, property } from "./members.js";

/**
 * The members of the type of an operation.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
export function operationType(operation: Found, pathItem: Found, context: ObjectContext): TypeNode {
  const { document } = context;
  const body = memberOf(document, operation, "requestBody");
  const responses = membersOf(document, operation, "responses").map(([status, response]) =>
    property(
      // A client looks up statuses as numbers.
      /^[1-9]\d\d$/.test(status) ? Number(status) : status,
      typeOrComponent(response, "responses", (found) => responseType(found, context), context),
      { of: response },
    ),
  );
  return {
    kind: "object",
    members: [
      parametersMember([pathItem, operation], context),
      body === undefined
        ? absent("requestBody")
        : property(
            "requestBody",
            typeOrComponent(body, "requestBodies", (found) => bodyType(found, context), context),
            { optional: !isRequired(body), of: body },
          ),
      property("responses", objectOrNever(responses)),
      ...callbackMembers(operation, context),
    ],
  };
}

function callbackMembers(operation: Found, context: ObjectContext): readonly Member[] {
  const callbacks = membersOf(context.document, operation, "callbacks").map(([name, callback]) =>
    property(
      name,
      typeOrComponent(callback, "callbacks", (found) => callbackType(found, context), context),
    ),
  );
  return callbacks.length === 0
    ? []
    : [property("callbacks", { kind: "object", members: callbacks })];
}

/** The type of a callback: the path item for each expression. */
export function callbackType(callback: Found, context: ObjectContext): TypeNode {
  const items = membersOf(context.document, callback).map(([expression, item]) =>
    property(expression, typeOrComponent(item, "pathItems", context.pathItem, context), {
      of: item,
    }),
  );
  return objectOrNever(items);
}

/** The locations of parameters. `querystring` is shown only if it is used. */
const locations = ["query", "header", "path", "cookie"] as const;

/** The parameters of some objects; later ones override earlier ones. */
export function parametersMember(owners: readonly Found[], context: ObjectContext): Member {
  const byKey = new Map<string, { in: string; name: string; found: Found }>();
  for (const owner of owners) {
    for (const [, found] of membersOf(context.document, owner, "parameters")) {
      const [place, name] = [ownMember(found.value, "in"), ownMember(found.value, "name")];
      if (typeof place !== "string" || typeof name !== "string") continue;
      byKey.set(JSON.stringify([place, name]), { in: place, name, found });
    }
  }
  const all = [...byKey.values()];
  const hasWhole = all.some((one) => one.in === "querystring");
  const members = [...locations, ...(hasWhole ? ["querystring"] : [])].map((location) => {
    const here = all.filter((one) => one.in === location);
    if (here.length === 0) return absent(location);
    const isOptional = ({ found }: { found: Found }): boolean =>
      location !== "path" && !isRequired(found);
    const inside = here.map(({ name, found }) =>
      property(
        name,
        typeOrComponent(found, "parameters", (one) => parameterType(one, context), context),
        { optional: isOptional({ found }), of: found },
      ),
    );
    return property(
      location,
      { kind: "object", members: inside },
      { optional: here.every(isOptional) },
    );
  });
  return property("parameters", { kind: "object", members });
}

/** The type of a parameter, which is text unless it is described. */
export function parameterType(parameter: Found, context: ObjectContext): TypeNode {
  return valueType(parameter, "request", context) ?? stringType;
}

/** The type of a header. */
export function headerType(header: Found, context: ObjectContext): TypeNode {
  return valueType(header, "response", context) ?? unknownType;
}

/** The type of a request body. */
export function bodyType(body: Found, context: ObjectContext): TypeNode {
  const content = contentMembers(body, "request", context);
  const members = content.length === 0 ? [absent("*/*")] : content;
  return { kind: "object", members: [property("content", { kind: "object", members })] };
}

/** The type of a response. */
export function responseType(response: Found, context: ObjectContext): TypeNode {
  const headers = membersOf(context.document, response, "headers").map(([name, header]) =>
    property(
      name,
      typeOrComponent(header, "headers", (found) => headerType(found, context), context),
      { optional: !isRequired(header), of: header },
    ),
  );
  const content = contentMembers(response, "response", context);
  return {
    kind: "object",
    members: [
      property("headers", {
        kind: "object",
        members: [...headers, { kind: "index", type: unknownType }],
      }),
      content.length === 0
        ? absent("content")
        : property("content", { kind: "object", members: content }),
    ],
  };
}

function isRequired({ value }: Found): boolean {
  return ownMember(value, "required") === true;
}
