/**
 * The dialects of JSON Schema, older ones first: the drafts that are in use, and the one of OpenAPI 3.0.
 * OpenAPI 3.1 and 3.2 use that of 2020-12.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#specifying-schema-dialects | OpenAPI 3.1, Specifying Schema Dialects}
 */
export type Dialect = "openapi-3.0" | "draft-04" | "draft-06" | "draft-07" | "2019-09" | "2020-12";

/** The drafts of JSON Schema, older ones first. */
const drafts: readonly Dialect[] = ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"];

/** Returns whether a draft of JSON Schema is older than another. OpenAPI 3.0 is not one of them. */
export function isOlder(dialect: Dialect, than: Dialect): boolean {
  return dialect !== "openapi-3.0" && drafts.indexOf(dialect) < drafts.indexOf(than);
}

/** Returns whether keywords beside `$ref` have no effect. */
export function ignoresRefSiblings(dialect: Dialect): boolean {
  return dialect === "openapi-3.0" || isOlder(dialect, "2019-09");
}

/**
 * Returns the dialect of a meta-schema.
 *
 * @param uri The value of `$schema` or `jsonSchemaDialect`.
 * @returns The dialect, or undefined if it is not supported.
 */
export function dialectNamed(uri: string): Dialect | undefined {
  if (/^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/dialect\//.test(uri)) return "2020-12";
  const [, name] = /^https?:\/\/json-schema\.org\/(?:(.+)\/)?(?:hyper-)?schema#?$/.exec(uri) ?? [];
  if (name === undefined)
    return /^https?:\/\/json-schema\.org\/schema#?$/.test(uri) ? "2020-12" : undefined;
  return drafts.find((draft) => name === draft || name === `draft/${draft}`);
}

/** Returns whether a meta-schema is a published one, which need not be retrieved. */
export function isPublished(uri: string): boolean {
  return /^https?:\/\/(?:json-schema\.org|spec\.openapis\.org)\//.test(uri);
}
