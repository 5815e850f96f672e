import type { SourceText } from "../core/source-text.js";

/** Names operations, webhooks among them. One is meant if any of the lists names it. */
export interface OperationFilter {
  /** Tags, as operations have them. Default: none. */
  readonly tags?: readonly string[] | undefined;
  /**
   * Path templates, or names of webhooks: `*` is any part of a segment, `**` any number of segments, as in
   * `/pets/**`. Default: none.
   */
  readonly paths?: readonly string[] | undefined;
  /** Operations by `operationId`, or by method and path: `GET /pets`. Default: none. */
  readonly operations?: readonly string[] | undefined;
}

/** What chooses operations and schemas: settings of a `Config`. */
export interface Selection {
  readonly include?: OperationFilter;
  readonly exclude?: OperationFilter;
  readonly roots?: readonly string[];
  readonly source?: SourceText;
}

/**
 * The component schemas to which models are limited. Beside `include`, `roots` adds components to those
 * that the operations use.
 */
export function onlyRoots({ include, roots }: Selection): readonly string[] | undefined {
  return include === undefined ? roots : undefined;
}
