import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import { isSamePlace, placesAround } from "../../core/place.js";
import { componentAt } from "../../openapi/components.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { entriesIn, nodeIn, referenceOf, type Node } from "../../openapi/walk.js";

/** What describes one value: a schema, and the schemas inside it that say something about it too. */
export interface Layers {
  /** The schemas that are written here, the outermost first. */
  readonly own: readonly Node[];
  /** Those that are references. */
  readonly references: readonly Node[];
}

/**
 * Returns the layers of a schema: it, the parts of its `allOf`, and the only option of a union that
 * may be null besides.
 */
export function layersOf(schema: Node): Layers {
  const own: Node[] = [];
  const references: Node[] = [];
  const add = (node: Node): void => {
    own.push(node);
    if (referenceOf(node) !== undefined) references.push(node);
    for (const part of listIn(node, "allOf")) add(part);
    const options = optionsIn(node);
    const [only, ...others] = options.filter((option) => !isNull(option.value));
    if (only !== undefined && others.length === 0) add(only);
  };
  add(schema);
  return { own, references };
}

/** The options of a union; none if it has only one besides `null`, which is a layer. */
export function severalOptions(node: Node): readonly Node[] {
  const options = optionsIn(node);
  return options.filter((option) => !isNull(option.value)).length > 1 ? options : [];
}

function optionsIn(node: Node): readonly Node[] {
  return [...listIn(node, "anyOf"), ...listIn(node, "oneOf")];
}

/** The objects in a list in a field of a node. */
function listIn(node: Node, name: string): readonly Node[] {
  const list = nodeIn(node, name);
  return list?.form === "list" ? [...entriesIn(list).values()] : [];
}

/** Whether a schema accepts nothing but `null`. */
function isNull(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const { type, enum: values, const: only } = value;
  const isType = type === "null" || (isJsonArray(type) && type.length === 1 && type[0] === "null");
  return (
    isType || only === null || (isJsonArray(values) && values.length === 1 && values[0] === null)
  );
}

/** The target of a reference. */
export interface Target {
  readonly node: Node;
  /** Whether it is a component, or inside one: then it is compared there. */
  readonly isComponent: boolean;
}

/** Follows a reference one step; undefined if it cannot be resolved. */
export function targetOf(node: Node, document: Document): Target | undefined {
  const reference = referenceOf(node);
  const found = reference === undefined ? undefined : document.resolve(reference, node.place);
  if (found?.kind !== "found" || isSamePlace(found.place, node.place)) return undefined;
  const value = valueAt(found.place, document);
  if (value === undefined) return undefined;
  return {
    node: { ...node, form: "one", place: found.place, value },
    isComponent: placesAround(found.place).some(
      (place) => componentAt(place, document) !== undefined,
    ),
  };
}

/** Follows references to their end; undefined if one cannot be resolved, or they are circular. */
export function endOf(node: Node, document: Document): Node | undefined {
  let end: Node | undefined = node;
  for (let count = 0; end !== undefined && referenceOf(end) !== undefined; count += 1) {
    end = count < mostSteps ? targetOf(end, document)?.node : undefined;
  }
  return end;
}

const mostSteps = 50;
