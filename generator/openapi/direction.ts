import type { Direction } from "../core/direction.js";
import type { Place } from "../core/place.js";
import { nodesOnWay, type Document } from "./document.js";
import type { ObjectKind } from "./objects.js";

/** Where a value goes that is described inside an object of a kind. */
const directions: Readonly<Partial<Record<ObjectKind, Direction>>> = {
  Parameter: "request",
  RequestBody: "request",
  Response: "response",
  // Those of a multipart body stand inside the request.
  Header: "response",
};

/** Where a value goes whose schema stands at a place; undefined, if the place does not tell. */
export function directionAt(place: Place, document: Document): Direction | undefined {
  const [direction] = nodesOnWay(place, document).flatMap(({ kind }) => directions[kind] ?? []);
  return direction;
}
