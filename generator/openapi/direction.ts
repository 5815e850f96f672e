import type { Direction } from "../core/direction.js";
import type { Place } from "../core/place.js";
import { nodesOnWay, type Document } from "./document.js";
import type { ObjectKind } from "./objects.js";

/** The direction of the values that are described inside an object of a kind. */
const directions: Readonly<Partial<Record<ObjectKind, Direction>>> = {
  Parameter: "request",
  RequestBody: "request",
  Response: "response",
  // Headers of a multipart body are inside the request.
  Header: "response",
};

/** Returns the direction of the values of the schema at a place, or undefined if the place does not decide it. */
export function directionAt(place: Place, document: Document): Direction | undefined {
  const [direction] = nodesOnWay(place, document).flatMap(({ kind }) => directions[kind] ?? []);
  return direction;
}
