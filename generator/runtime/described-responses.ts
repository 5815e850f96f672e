import type { Operation } from "./operation.js";

/** The key of the description of a status in the responses: of the status, of its range, or `default`. */
export function responseKey({ responses }: Operation, status: number): string | undefined {
  return [`${status}`, `${Math.floor(status / 100)}XX`, "default"].find((key) => key in responses);
}

/** https://fetch.spec.whatwg.org/#null-body-status */
export function hasNullBody(status: number): boolean {
  return [204, 205, 304].includes(status);
}
