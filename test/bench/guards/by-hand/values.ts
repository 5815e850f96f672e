/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

export function isTextOrNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === "string";
}

export function isIntegerOrNothing(value: unknown): boolean {
  return value === undefined || value === null || Number.isInteger(value);
}

export function isTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (const item of value) if (typeof item !== "string") return false;
  return true;
}

/**
 * Whether a text has at most the allowed number of Unicode code points, as JSON Schema counts them.
 */
export function isNoLonger(text: string, most: number): boolean {
  return text.length <= most || Array.from(text).length <= most;
}
