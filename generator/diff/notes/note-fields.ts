import type { ObjectKind } from "../../openapi/objects.js";

/** The list of notes about a field: what values mean, or the documentation for readers. */
export type NoteList = "meaning" | "documentation";

const prose = { summary: "documentation", description: "documentation" } as const;
const examples = { example: "documentation", examples: "documentation" } as const;

/** The fields about which there are notes. Each is compared as a whole. */
const listed: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, NoteList>>>>> = {
  OpenAPI: { externalDocs: "documentation" },
  Info: {
    title: "documentation",
    ...prose,
    termsOfService: "documentation",
    contact: "documentation",
    license: "documentation",
    version: "documentation",
  },
  Tag: {
    ...prose,
    externalDocs: "documentation",
    parent: "documentation",
    kind: "documentation",
  },
  Server: { name: "documentation", ...prose },
  PathItem: prose,
  Operation: {
    // Generated code is named after it.
    operationId: "meaning",
    deprecated: "meaning",
    tags: "documentation",
    ...prose,
    externalDocs: "documentation",
  },
  Parameter: { deprecated: "meaning", ...prose, ...examples },
  Header: { deprecated: "meaning", ...prose, ...examples },
  RequestBody: prose,
  MediaType: { encoding: "meaning", ...examples },
  Response: { ...prose, links: "documentation" },
  SecurityScheme: {
    deprecated: "meaning",
    ...prose,
    bearerFormat: "documentation",
  },
  Schema: {
    default: "meaning",
    discriminator: "meaning",
    format: "meaning",
    contentEncoding: "meaning",
    contentMediaType: "meaning",
    contentSchema: "meaning",
    deprecated: "meaning",
    xml: "meaning",
    title: "documentation",
    ...prose,
    ...examples,
    externalDocs: "documentation",
    $comment: "documentation",
  },
};

/** The extensions that mean something for clients. */
const meaningfulExtensions: ReadonlySet<string> = new Set(["x-sunset"]);

/** The extensions that change types and guards. */
const typedExtensions: ReadonlySet<string> = new Set(["x-open-enum"]);

/** Returns the list of the notes about a field of an object, or undefined if there are none. */
export function noteListOf(kind: ObjectKind, name: string): NoteList | undefined {
  const row = listed[kind];
  if (row !== undefined && Object.hasOwn(row, name)) return row[name];
  if (!name.startsWith("x-") || typedExtensions.has(name)) return undefined;
  return meaningfulExtensions.has(name) ? "meaning" : "documentation";
}
