/**
 * Adds an optional property to a component schema.
 *
 * @param document The text of a document in YAML, indented by two spaces.
 * @param schema The name of an object among the component schemas.
 * @param property A name that it does not have yet.
 * @throws when there is no such schema, or it has no properties
 */
export function withProperty(document: string, schema: string, property: string): string {
  const lines = document.split("\n");
  const components = lines.indexOf("components:");
  const start = lines.indexOf(`    ${schema}:`, components);
  const properties = lines.indexOf("      properties:", start);
  const next = lines.findIndex((line, index) => index > start && /^ {0,4}\S/.test(line));
  const end = next < 0 ? lines.length : next;
  if (components < 0 || start < 0 || properties < 0 || properties > end) {
    throw new Error(`There is no schema ${schema} with properties.`);
  }
  const added = [`        ${property}:`, "          type: string", "          description: New."];
  return lines.toSpliced(properties + 1, 0, ...added).join("\n");
}
