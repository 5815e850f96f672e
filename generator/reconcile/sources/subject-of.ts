import type { Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import { nodesOnWay, type Document } from "../../openapi/document.js";
import type { Node } from "../../openapi/walk.js";

/** What a place belongs to, and the path from there to the values that it describes. */
interface Subject {
  readonly owner: string;
  readonly path: string;
}

/**
 * Returns what a schema describes, for people: `Batch`, `POST /batches 200`, `GET /batches parameter limit`,
 * or `errors.data[] of Batch`.
 *
 * @param place The schema, or what holds it.
 */
export function subjectOf(place: Place, document: Document): string {
  const nodes = nodesOnWay(place, document);
  const start: Subject = { owner: document.sources.get(place.uri)?.name ?? place.uri, path: "" };
  const { owner, path } = nodes.reduce((subject, node, index) => {
    return node.form === "one" ? extended(subject, node, nodes.slice(0, index)) : subject;
  }, start);
  return path === "" ? owner : `${path.replace(/^\./, "")} of ${owner}`;
}

function extended(subject: Subject, node: Node, around: readonly Node[]): Subject {
  const name = nameOf(node);
  // A component has a name of its own; other places are named by what they are in.
  const isTop = around.at(-2)?.kind === "Components" || around.at(-1)?.kind === "Paths";
  const inside = (words: string): Subject => ({
    owner: isTop || isWebhook(around) ? words : `${subject.owner} ${words}`,
    path: "",
  });
  switch (node.kind) {
    case "PathItem":
    case "Callback":
    case "Response":
      return inside(name);
    case "Operation":
      return { owner: operationOf(subject.owner, name), path: "" };
    case "RequestBody":
      return inside(isTop ? name : "request");
    case "Parameter":
      return inside(`parameter ${parameterName(node) ?? name}`);
    case "Header":
      return inside(`header ${name}`);
    case "Schema":
      return isTop ? inside(name) : schemaInside(subject, name, around);
    default:
      return subject;
  }
}

/** Returns `GET /batches`; for a callback, the method is before the path of the callback. */
function operationOf(owner: string, method: string): string {
  const parts = owner.split(" ");
  const path = parts.pop() ?? "";
  return [...parts, method.toUpperCase(), path].join(" ");
}

function isWebhook(around: readonly Node[]): boolean {
  return around.length === 2 && around[1]?.kind === "PathItem";
}

/** A property extends the path by its name; a part of a schema describes the same value. */
function schemaInside(subject: Subject, name: string, around: readonly Node[]): Subject {
  const holder = around.at(-1);
  if (holder?.kind !== "Schema") return subject;
  const keyword = holder.form === "one" ? name : nameOf(holder);
  switch (keyword) {
    case "properties":
      return { ...subject, path: `${subject.path}.${name}` };
    case "patternProperties":
    case "additionalProperties":
    case "unevaluatedProperties":
      return { ...subject, path: `${subject.path}.*` };
    case "items":
    case "prefixItems":
    case "contains":
    case "additionalItems":
    case "unevaluatedItems":
      return { ...subject, path: `${subject.path}[]` };
    case "$defs":
    case "definitions":
      return { owner: name, path: "" };
    default:
      return subject;
  }
}

function parameterName({ value }: Node): string | undefined {
  const name: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "name") : undefined;
  return typeof name === "string" ? name : undefined;
}

function nameOf({ place }: Node): string {
  return parsePointer(place.pointer).at(-1) ?? "";
}
