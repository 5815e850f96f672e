import { array, exported, literal, object } from "../../code/expressions.js";
import type { Expression, Module } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";
import { isJsonArray } from "../../core/json.js";
import type { Document } from "../../openapi/document.js";
import { entriesOf, type Entry } from "../../openapi/entries.js";
import { rootOf } from "../../openapi/navigate.js";
import type { PathOperation } from "../../openapi/operations.js";
import { serversOf } from "../../openapi/servers.js";

/** The module with the servers of the document. */
const serversModule = "operations/servers";

/** The name of the list of these servers. */
export const serversName = "servers";

/** The code of the servers of an operation: those of the document, or its own; undefined, if there are none. */
export function serversCode(document: Document, operation: PathOperation): Expression | undefined {
  const { level, list } = serversOf(document, operation);
  if (list.length === 0) return undefined;
  return level === "root" ? exported(serversName, serversModule) : listCode(document, list);
}

/** The module with the servers of the document; none, if it names none. */
export function serversOfDocument(document: Document): readonly Module[] {
  const list = entriesOf(document, rootOf(document), "servers").map(([, entry]) => entry);
  if (list.length === 0) return [];
  return [
    {
      path: serversModule,
      declarations: [
        {
          kind: "constant",
          name: serversName,
          docs: { text: "The servers of all operations that name no others.", tags: [] },
          type: typeReference(
            "ReadonlyArray",
            typeReference(exported("Server", "runtime/operation")),
          ),
          value: listCode(document, list),
          isHoisted: false,
        },
      ],
    },
  ];
}

/** @see {@link https://spec.openapis.org/oas/v3.2.0.html#server-object | OpenAPI 3.2, Server Object} */
function listCode(document: Document, list: readonly Entry[]): Expression {
  return array(
    list.map((server) => {
      const { url } = server.value;
      const variables = entriesOf(document, server, "variables").map(([name, { value }]) => {
        const listed = isJsonArray(value.enum) ? value.enum.map(String) : [];
        const members = object([
          ["default", literal(typeof value.default === "string" ? value.default : "")],
          ...(listed.length > 0 ? [["enum", literal(listed)] as const] : []),
        ]);
        return [name, members] as const;
      });
      return object([
        ["url", literal(typeof url === "string" ? url : "/")],
        ...(variables.length > 0 ? [["variables", object(variables)] as const] : []),
      ]);
    }),
  );
}
