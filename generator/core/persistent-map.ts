/**
 * An immutable map with string keys. Adding an entry returns a new map that shares most nodes with the old one.
 * It is a balanced tree; undefined is the empty map.
 *
 * @see https://en.wikipedia.org/wiki/AVL_tree
 */
export type PersistentMap<Value> = Node<Value> | undefined;

interface Node<Value> {
  readonly key: string;
  readonly value: Value;
  readonly left: PersistentMap<Value>;
  readonly right: PersistentMap<Value>;
  readonly height: number;
}

/** Returns the value of a key, or undefined. */
export function lookUp<Value>(map: PersistentMap<Value>, key: string): Value | undefined {
  let node = map;
  while (node !== undefined && node.key !== key) node = key < node.key ? node.left : node.right;
  return node?.value;
}

/** Yields the values of a map in the order of their keys. */
export function* valuesOf<Value>(map: PersistentMap<Value>): Generator<Value> {
  if (map === undefined) return;
  // The recursion is not deep, because the tree is balanced.
  yield* valuesOf(map.left);
  yield map.value;
  yield* valuesOf(map.right);
}

/** Returns a map with a value for a key, which replaces an earlier value. */
export function withEntry<Value>(
  map: PersistentMap<Value>,
  key: string,
  value: Value,
): PersistentMap<Value> {
  if (map === undefined) return nodeOf(key, value, undefined, undefined);
  const { left, right } = map;
  if (key === map.key) return nodeOf(key, value, left, right);
  return key < map.key
    ? balanced(map, withEntry(left, key, value), right)
    : balanced(map, left, withEntry(right, key, value));
}

/** Returns a balanced node with other branches, whose heights may differ by two. */
function balanced<Value>(
  { key, value }: Node<Value>,
  left: PersistentMap<Value>,
  right: PersistentMap<Value>,
): Node<Value> {
  if (left !== undefined && heightOf(left) > heightOf(right) + 1) {
    const inner = left.right;
    if (inner === undefined || heightOf(left.left) >= heightOf(inner)) {
      return nodeOf(left.key, left.value, left.left, nodeOf(key, value, inner, right));
    }
    const outer = nodeOf(left.key, left.value, left.left, inner.left);
    return nodeOf(inner.key, inner.value, outer, nodeOf(key, value, inner.right, right));
  }
  if (right !== undefined && heightOf(right) > heightOf(left) + 1) {
    const inner = right.left;
    if (inner === undefined || heightOf(right.right) >= heightOf(inner)) {
      return nodeOf(right.key, right.value, nodeOf(key, value, left, inner), right.right);
    }
    const outer = nodeOf(right.key, right.value, inner.right, right.right);
    return nodeOf(inner.key, inner.value, nodeOf(key, value, left, inner.left), outer);
  }
  return nodeOf(key, value, left, right);
}

function nodeOf<Value>(
  key: string,
  value: Value,
  left: PersistentMap<Value>,
  right: PersistentMap<Value>,
): Node<Value> {
  return { key, value, left, right, height: 1 + Math.max(heightOf(left), heightOf(right)) };
}

function heightOf<Value>(map: PersistentMap<Value>): number {
  return map === undefined ? 0 : map.height;
}
