/**
 * Identifies a schema in a run: the URI of its file and the JSON pointer into it, as `uri#pointer`.
 */
export type SchemaId = string;
