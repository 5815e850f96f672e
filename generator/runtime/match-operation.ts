import type { Operation } from "./operation.js";
import { decodeSegment, matchSegment, parseTemplate, segmentsOf } from "./path-template.js";
import type { SegmentTemplate } from "./path-template.js";
import { problem, type Problem } from "./problem.js";
import { isObject } from "./values.js";

/** Operations: a list, a record, or all that a module exports, where other exports do not count. */
export type Operations = readonly Operation[] | Readonly<Record<string, unknown>>;

/** The operations among some, of which one is matched. */
export type OperationIn<Os extends Operations> = Extract<
  Os[keyof Os & (string | number)],
  Operation
>;

/** The operation of a request; or why there is none. */
export type Match<O extends Operation = Operation> =
  | {
      readonly operation: O;
      /** The values of the path by the names of the template, as they were sent: not decoded. */
      readonly path: RawPath;
      readonly problem?: undefined;
    }
  | { readonly problem: Problem; readonly operation?: undefined; readonly path?: undefined };

/** Values of a path by name, not decoded. */
export type RawPath = Readonly<Record<string, string>>;

/** Where the paths of operations begin. */
export interface PathOptions {
  /** The path before those of the operations: `/v1`. Default: none. */
  readonly basePath?: string | undefined;
}

/**
 * Finds the operation of a request by its path and method.
 *
 * A text in a path template comes before a variable, segment by segment from the left, and a segment such
 * as `{name}.json` before a whole one. Cases differ, and `/batches/` is another path than `/batches`. The
 * path alone decides which templates apply: if `/batches/latest` has no `DELETE`, there is no search in
 * `/batches/{batch_id}`. `HEAD` is answered by `GET`, unless it is described; `OPTIONS` has to be described.
 *
 * @param operations - They are indexed once, so do not change them later.
 * @returns The operation, or a problem with status 404 or 405.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#path-templating-matching | OpenAPI 3.2, Path Templating Matching}
 */
export function matchOperation<const Os extends Operations>(
  operations: Os,
  { method, url }: Pick<Request, "method" | "url">,
  { basePath = "" }: PathOptions = {},
): Match<OperationIn<Os>> {
  const segments = pathBelow(url, basePath);
  const found = segments && find(indexOf(operations), segments, 0);
  if (found === undefined) return { problem: problem(404, "No operation has this path.") };
  const { routes, values } = found;
  const route = routes.get(method) ?? (method === "HEAD" ? routes.get("GET") : undefined);
  if (route === undefined) {
    const methods = new Set(
      [...routes.keys()].flatMap((each) => (each === "GET" ? [each, "HEAD"] : each)),
    );
    const allow = [...methods].join(", ");
    const detail = `This path has no operation for the method; it has ${allow}.`;
    return { problem: problem(405, detail, { Allow: allow }) };
  }
  // The index was made of these operations.
  return { operation: route.operation as OperationIn<Os>, path: namedValues(route.names, values) };
}

/**
 * Returns the values in the path of a request to an operation, not decoded; undefined, if the request has
 * another path.
 */
export function matchPath(
  { path }: Pick<Operation, "path">,
  url: string,
  { basePath = "" }: PathOptions = {},
): RawPath | undefined {
  const templates = parseTemplate(path);
  const segments = pathBelow(url, basePath);
  if (segments?.length !== templates.length) return undefined;
  const values: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const template = templates[index];
    const found = template && valuesOf(template, segment);
    if (found === undefined) return undefined;
    values.push(...found);
  }
  return namedValues(
    templates.flatMap(({ names }) => names),
    values,
  );
}

function valuesOf(template: SegmentTemplate, segment: string): readonly string[] | undefined {
  if (template.names.length > 0) return matchSegment(template, segment);
  return template.texts[0] === decodeSegment(segment) ? [] : undefined;
}

/** The segments of the path of a URL behind those of a base path; undefined, if it has another base. */
function pathBelow(url: string, basePath: string): readonly string[] | undefined {
  // The origin of a URL has no slash behind its own two.
  const path = url.replace(/^[^:/?#]+:\/\/[^/?#]*|[?#][^]*$/g, "");
  const segments = segmentsOf(path);
  const base = basePath.split("/").filter((each) => each !== "");
  return base.every((each, index) => each === decodeSegment(segments[index] ?? ""))
    ? segments.slice(base.length)
    : undefined;
}

/** Every name becomes a member of its own, `__proto__` too. */
function namedValues(names: readonly string[], values: readonly string[]): RawPath {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}

/** The operations of one path, by method. */
type Routes = ReadonlyMap<string, Route>;

interface Route {
  readonly operation: Operation;
  /** The variables of its path. Operations of one path may have different names for them. */
  readonly names: readonly string[];
}

/** The paths that begin with the same segments. */
interface Branch {
  /** The branches behind a segment that is a text. */
  readonly texts: Map<string, Branch>;
  /** The branches behind a segment with variables, the most specific first. */
  readonly templates: { readonly segment: SegmentTemplate; readonly branch: Branch }[];
  readonly routes: Map<string, Route>;
}

const indexes = new WeakMap<Operations, Branch>();

function indexOf(operations: Operations): Branch {
  const known = indexes.get(operations);
  if (known !== undefined) return known;
  const root = newBranch();
  for (const operation of Object.values(operations))
    if (isOperation(operation)) insert(root, operation);
  indexes.set(operations, root);
  return root;
}

function newBranch(): Branch {
  return { texts: new Map(), templates: [], routes: new Map() };
}

/** Whether an export of a module is an operation. */
export function isOperation(value: unknown): value is Operation {
  if (!isObject(value)) return false;
  const { path, method } = value;
  return typeof path === "string" && typeof method === "string";
}

function insert(root: Branch, operation: Operation): void {
  const segments = parseTemplate(operation.path);
  let branch = root;
  for (const segment of segments) branch = branchBehind(branch, segment);
  // Of two operations with the same path and method, the first one is kept.
  if (!branch.routes.has(operation.method)) {
    branch.routes.set(operation.method, {
      operation,
      names: segments.flatMap(({ names }) => names),
    });
  }
}

function branchBehind({ texts, templates }: Branch, segment: SegmentTemplate): Branch {
  const [text = ""] = segment.texts;
  if (segment.names.length === 0) {
    const branch = texts.get(text) ?? newBranch();
    texts.set(text, branch);
    return branch;
  }
  const known = templates.find((each) => isSameTemplate(each.segment, segment));
  if (known !== undefined) return known.branch;
  const branch = newBranch();
  const length = textLength(segment);
  const at = templates.findIndex((each) => textLength(each.segment) < length);
  templates.splice(at < 0 ? templates.length : at, 0, { segment, branch });
  return branch;
}

/** Whether two templates match the same segments. Names matter only where no text separates two. */
function isSameTemplate(left: SegmentTemplate, right: SegmentTemplate): boolean {
  const { texts, names } = left;
  return (
    names.length === right.names.length &&
    texts.every((text, index) => text === right.texts[index]) &&
    (!texts.slice(1, -1).includes("") || names.every((name, index) => name === right.names[index]))
  );
}

function textLength({ texts }: SegmentTemplate): number {
  return texts.join("").length;
}

interface Found {
  readonly routes: Routes;
  readonly values: readonly string[];
}

/** Follows the segments of a path from one on. No branch is visited twice. */
function find(branch: Branch, segments: readonly string[], index: number): Found | undefined {
  const segment = segments[index];
  if (segment === undefined) {
    return branch.routes.size > 0 ? { routes: branch.routes, values: [] } : undefined;
  }
  const behindText = branch.texts.get(decodeSegment(segment));
  const found = behindText && find(behindText, segments, index + 1);
  if (found !== undefined) return found;
  for (const { segment: template, branch: behind } of branch.templates) {
    const values = matchSegment(template, segment);
    const rest = values && find(behind, segments, index + 1);
    if (rest !== undefined && values !== undefined) {
      return { routes: rest.routes, values: [...values, ...rest.values] };
    }
  }
  return undefined;
}
