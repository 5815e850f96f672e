import picomatch from "picomatch/posix.js";
import type { OperationFilter, Selection } from "../../config/selection.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { SourceText } from "../../core/source-text.js";
import { joinPointer } from "../../core/pointer.js";
import { closest } from "../../runtime/closest.js";
import type { SelectableOperation } from "./selectable.js";

/** Returns whether an operation is selected. */
export type IsSelected = (operation: SelectableOperation) => boolean;

/** One entry of a filter. */
interface Entry {
  readonly setting: "include" | "exclude" | "filter";
  readonly kind: keyof OperationFilter;
  readonly index: number;
  readonly text: string;
  readonly matches: IsSelected;
}

/**
 * Reads the settings `include` and `exclude`. An operation is selected if `include` names it or is not set,
 * and `exclude` does not name it.
 *
 * @param all Every operation of the document.
 * @param log Receives a warning for each entry that matches no operation.
 */
export function readSelection(
  { include, exclude, source }: Selection,
  all: readonly SelectableOperation[],
  log: DiagnosticLog,
): IsSelected {
  const included = include && entriesOf("include", include);
  const excluded = exclude === undefined ? [] : entriesOf("exclude", exclude);
  reportUnmatched([...(included ?? []), ...excluded], { all, source, log });
  return (operation) =>
    included?.some(({ matches }) => matches(operation)) !== false &&
    !excluded.some(({ matches }) => matches(operation));
}

/**
 * Returns whether a filter names an operation.
 *
 * @param filter The filter.
 * @param all Every operation that it may name.
 * @param log Receives a warning for each entry that matches no operation.
 */
export function readFilter(
  filter: OperationFilter,
  all: readonly SelectableOperation[],
  log: DiagnosticLog,
): IsSelected {
  const entries = entriesOf("filter", filter);
  reportUnmatched(entries, { all, log });
  return (operation) => entries.some(({ matches }) => matches(operation));
}

interface Unmatched {
  readonly all: readonly SelectableOperation[];
  readonly source?: SourceText | undefined;
  readonly log: DiagnosticLog;
}

function reportUnmatched(entries: readonly Entry[], { all, source, log }: Unmatched): void {
  for (const { setting, kind, index, text, matches } of entries) {
    if (all.some(matches)) continue;
    const meant = closest(text, namesOf(kind, all));
    const where = setting === "filter" ? `the filter \`${kind}\`` : `\`${setting}.${kind}\``;
    log.warning({
      code: "unmatched-operation-filter",
      message: `${where} has ${JSON.stringify(text)}, ${missing[kind]}`,
      help: meant === undefined ? helps[kind] : `did you mean ${JSON.stringify(meant)}?`,
      ...(source !== undefined && {
        place: { uri: source.uri, pointer: joinPointer("", setting, kind, index) },
      }),
    });
  }
}

function entriesOf(setting: Entry["setting"], filter: OperationFilter): readonly Entry[] {
  return kinds.flatMap((kind) =>
    (filter[kind] ?? []).map((text, index) => {
      const matches = matchers[kind](text);
      return { setting, kind, index, text, matches };
    }),
  );
}

const kinds = ["tags", "paths", "operations"] as const;

const matchers: Readonly<Record<keyof OperationFilter, (text: string) => IsSelected>> = {
  tags: (text) => (operation) => operation.tags.includes(text),
  paths: (text) => {
    const matches = pathMatcher(text);
    return ({ path }) => matches(path);
  },
  operations: (text) => {
    const [, method = "", path = ""] = /^(\S+)\s+(.*\S)\s*$/.exec(text) ?? [];
    const matches = method === "" ? undefined : pathMatcher(path);
    return (operation) =>
      operation.id === text ||
      (operation.method.toUpperCase() === method.toUpperCase() &&
        matches?.(operation.path) === true);
  },
};

/** Returns a matcher for a pattern. Only `*` is special: other characters occur in path templates, as in `{id}`. */
function pathMatcher(pattern: string): (path: string) => boolean {
  const matches = picomatch(pattern.replace(/[^\w*/-]/g, String.raw`\$&`), { dot: true });
  return (path) => path === pattern || matches(path);
}

function namesOf(
  kind: keyof OperationFilter,
  all: readonly SelectableOperation[],
): readonly string[] {
  const names = all.flatMap(({ tags, path, id, method }) => {
    if (kind === "tags") return tags;
    return kind === "paths" ? [path] : [...(id === undefined ? [] : [id]), `${method} ${path}`];
  });
  return [...new Set(names)];
}

const missing: Readonly<Record<keyof OperationFilter, string>> = {
  tags: "which no operation has as a tag",
  paths: "which matches no path or webhook with operations",
  operations: "which is not an operation",
};

const helps: Readonly<Record<keyof OperationFilter, string>> = {
  tags: "use a tag of an operation, or remove the entry",
  paths: "use a path of the document, with `*` and `**` for parts of it, or remove the entry",
  operations: "use an `operationId`, or a method and a path as in `GET /pets`, or remove the entry",
};
