import type { SourceText } from "../core/source-text.js";

/** Names operations, including webhooks. An operation matches if any of the lists names it. */
export interface OperationFilter {
  /** Tags of operations. Default: none. */
  readonly tags?: readonly string[] | undefined;
  /**
   * Path templates, or names of webhooks: `*` is any part of a segment, `**` any number of segments, as in
   * `/pets/**`. Default: none.
   */
  readonly paths?: readonly string[] | undefined;
  /** Operations by `operationId`, or by method and path: `GET /pets`. Default: none. */
  readonly operations?: readonly string[] | undefined;
}

/** The settings that select operations and schemas. */
export interface Selection {
  readonly include?: OperationFilter | undefined;
  readonly exclude?: OperationFilter | undefined;
  readonly roots?: readonly string[] | undefined;
  readonly source?: SourceText;
}

/**
 * Returns the component schemas to which models are limited, or undefined. With `include`, there is no limit:
 * `roots` then only adds components to those that the operations use.
 */
export function onlyRoots({ include, roots }: Selection): readonly string[] | undefined {
  return include === undefined ? roots : undefined;
}
