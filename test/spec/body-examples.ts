import {
  readSpec,
  type ContentObject,
  type ExampleObject,
  type OpenApiDocument,
  type ReferenceObject,
} from "./document.js";

/** One example of a request or response body. */
export interface BodyExample {
  readonly operationId: string;
  /** `request`, or the status code of the response. */
  readonly body: string;
  /** Its key in `examples`; `example` if it is the media type's only one. */
  readonly name: string;
  /** The JSON pointer to the schema of the body. */
  readonly schema: string;
  /** The reference that leads to the example, if it is a component. */
  readonly reference: string | undefined;
  readonly value: unknown;
}

/**
 * The examples of every request and response body of `spec/openapi.yaml`.
 *
 * @returns the examples in the order of the document, with their references followed
 * @throws when a reference leads nowhere
 */
export function bodyExamples(): readonly BodyExample[] {
  const spec = readSpec();
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const at = pointer("paths", path, method);
      const bodies: readonly (readonly [string, string, ContentObject])[] = [
        ["request", "/requestBody", operation.requestBody ?? {}],
        ...Object.entries(operation.responses).map(
          ([status, response]) => [status, `/responses/${status}`, response] as const,
        ),
      ];
      return bodies.flatMap(([body, place, object]) =>
        contentExamples(spec, at + place, object).map((example) => ({
          operationId: operation.operationId,
          body,
          ...example,
        })),
      );
    }),
  );
}

/** The examples of a body that is at the JSON pointer `at`. */
function contentExamples(
  spec: OpenApiDocument,
  at: string,
  { content = {} }: ContentObject,
): readonly Omit<BodyExample, "operationId" | "body">[] {
  return Object.entries(content).flatMap(([mediaType, object]) => {
    const { example, examples = {} } = object;
    const entries: readonly (readonly [string, ExampleObject | ReferenceObject])[] = [
      ...(example === undefined ? [] : [["example", { value: example }] as const]),
      ...Object.entries(examples),
    ];
    return entries.map(([name, entry]) => ({
      name,
      schema: at + pointer("content", mediaType, "schema"),
      ...resolve(spec, entry),
    }));
  });
}

/** The value of an example, and the reference that leads to it, if one does. */
function resolve(
  spec: OpenApiDocument,
  entry: ExampleObject | ReferenceObject,
): Pick<BodyExample, "reference" | "value"> {
  if (!("$ref" in entry)) return { reference: undefined, value: entry.value };
  const name = entry.$ref.replace("#/components/examples/", "");
  const target = spec.components.examples[name];
  if (!target) throw new Error(`There is no ${entry.$ref}.`);
  return { reference: entry.$ref, value: target.value };
}

/** The JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) of these tokens. */
function pointer(...tokens: readonly string[]): string {
  return tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
