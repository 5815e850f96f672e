import { readSpec } from "./document.js";

/**
 * The examples of every component schema of `spec/openapi.yaml`, for tests that need real values.
 *
 * @returns the component's name → its `examples`, both in the order of the document; an empty list
 *   where a component has none
 * @throws when the file cannot be read or is not YAML
 */
export function componentExamples(): ReadonlyMap<string, readonly unknown[]> {
  return new Map(
    Object.entries(readSpec().components.schemas).map(([name, schema]) => [
      name,
      schema.examples ?? [],
    ]),
  );
}
