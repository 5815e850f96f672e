import type { Operation, OperationBodies } from "./operation.js";
import { compareTemplates, matchesTemplate, pathSegments } from "./path-template.js";

/** Finds operations of a document by request or by name. */
export interface OperationFinder {
  /**
   * @param method Such as `POST`, in any case.
   * @param path The path of a request, with or without the base path of a server.
   */
  readonly byRequest: (method: string, path: string) => Operation | undefined;
  /** @param name An `operationId`, or a method and a path or a webhook: `POST /batches`. */
  readonly byName: (name: string) => OperationBodies | undefined;
  /** The hosts of the servers. */
  readonly hosts: ReadonlySet<string>;
}

/**
 * Returns a finder of operations.
 *
 * @param operations The operations of a document.
 * @param webhooks The operations of its webhooks.
 */
export function operationFinder(
  operations: readonly Operation[],
  webhooks: readonly OperationBodies[],
): OperationFinder {
  const ordered = operations.toSorted((left, right) =>
    compareTemplates(left.template, right.template),
  );
  const byMethod = new Map<string, Operation[]>();
  for (const each of ordered)
    byMethod.set(each.method, [...(byMethod.get(each.method) ?? []), each]);
  const byId = new Map(
    [...operations, ...webhooks].flatMap((each) =>
      each.operationId === undefined ? [] : [[each.operationId, each] as const],
    ),
  );
  const byTemplate = new Map([...webhooks, ...operations].map((each) => [each.name, each]));
  const byRequest = (method: string, path: string): Operation | undefined => {
    const candidates = byMethod.get(method.toUpperCase()) ?? [];
    const segments = pathSegments(path);
    return (
      candidates.find((each) => matchesOnServer(each, segments)) ??
      candidates.find(({ template }) => matchesTemplate(template, segments))
    );
  };
  return {
    byRequest,
    byName: (name) => {
      const [, method = "", path = ""] = /^([A-Za-z]+)\s+(\S+)$/.exec(name.trim()) ?? [];
      return (
        byId.get(name) ??
        byTemplate.get(`${method.toUpperCase()} ${path}`) ??
        (!path.startsWith("/") ? undefined : byRequest(method, path.replace(/[?#].*/, "")))
      );
    },
    hosts: new Set(operations.flatMap(({ servers }) => servers.flatMap(({ host }) => host ?? []))),
  };
}

/** Returns whether a path matches an operation after the base path of one of its servers. */
function matchesOnServer({ template, servers }: Operation, segments: readonly string[]): boolean {
  return servers.some(({ base }) => matchesTemplate([...base, ...template], segments));
}
