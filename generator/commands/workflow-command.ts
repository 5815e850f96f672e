import { visible } from "../text/visible.js";

/** The properties of an annotation: `file`, `line`, `col`, `title`. */
export type WorkflowProperties = Readonly<Record<string, string | number>>;

/**
 * Returns a workflow command, which GitHub shows as an annotation.
 *
 * @param name The severity.
 * @param properties Where it is shown.
 * @param message Its text.
 * @returns One line that ends with LF; line ends in the texts are escaped.
 * @see {@link https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands | Workflow commands}
 */
export function workflowCommand(
  name: "error" | "warning",
  properties: WorkflowProperties,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name} ${list.join(",")}::${data(message)}\n`;
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Escapes control characters, including line ends: a new line could be a new command. */
function data(text: string): string {
  return visible(text).replaceAll("%", "%25");
}
