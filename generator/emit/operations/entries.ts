import type { Declaration, Module } from "../../code/nodes.js";
import { runtimePath, type PublicModule, type RuntimeModule } from "../runtime.js";

/** What clients and servers share: the types of descriptions. */
const common: readonly PublicModule[] = [
  { module: "issue", types: ["Issue"], values: [] },
  {
    module: "operation",
    types: [
      "CallOf",
      "DescribedResult",
      "Operation",
      "OtherResult",
      "ResultOf",
      "Status",
      "StatusIn",
    ],
    values: [],
  },
  { module: "validation-error", types: [], values: ["ValidationError"] },
];

/** The exports of the entry for clients. */
const clientEntry: readonly PublicModule[] = [
  { module: "client", types: [], values: ["createClient", "send"] },
  {
    module: "client-options",
    types: [
      "Authenticate",
      "Client",
      "ClientOptions",
      "Middleware",
      "SendOptions",
      "Sent",
      "ValidationMode",
      "Violation",
    ],
    values: [],
  },
  {
    module: "credentials",
    types: ["Credential", "CredentialSource", "CredentialSources"],
    values: ["credentials"],
  },
  { module: "limit-body", types: [], values: ["limitBody"] },
  { module: "paginate", types: ["PaginateOptions"], values: ["paginate"] },
  { module: "server-url", types: [], values: ["serverUrl"] },
  ...common,
];

/** The entries of a package with operations besides the operations: their paths, and their modules. */
export const entriesOfOperations: readonly string[] = ["client", "server", "server-node"];

/** Makes the entries for clients and servers, which export modules of the runtime. */
export function emitOperationEntries(): readonly Module[] {
  const all = (module: RuntimeModule): Declaration => ({
    kind: "reexport",
    module: runtimePath(module),
    names: "all",
  });
  const some = ({ module, types, values }: PublicModule): Declaration => ({
    kind: "reexport",
    module: runtimePath(module),
    names: { types, values },
  });
  return [
    { path: "client", declarations: clientEntry.map(some) },
    { path: "server", declarations: [all("server"), ...common.map(some)] },
    { path: "server-node", declarations: [all("server-node")] },
  ];
}
