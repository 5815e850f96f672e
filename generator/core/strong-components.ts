/** A node on the path of the search, with its state. */
interface Visit<Node> {
  readonly node: Node;
  readonly index: number;
  readonly targets: Iterator<Node>;
  /** The lowest index of a node that it leads to and that is not in a component yet. */
  lowest: number;
}

/**
 * Returns the strongly connected components of a graph. A component comes after all components that it leads
 * to.
 *
 * @param roots The start nodes: the components of all reachable nodes are returned.
 * @param targetsOf The nodes that a node leads to.
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function strongComponents<Node>(
  roots: Iterable<Node>,
  targetsOf: (node: Node) => Iterable<Node>,
): readonly (readonly Node[])[] {
  const components: (readonly Node[])[] = [];
  const indexes = new Map<Node, number>();
  const settled = new Set<Node>();
  const open: Node[] = [];
  const way: Visit<Node>[] = [];

  function enter(node: Node): void {
    const index = indexes.size;
    indexes.set(node, index);
    open.push(node);
    way.push({ node, index, lowest: index, targets: targetsOf(node)[Symbol.iterator]() });
  }

  function leave({ node, index, lowest }: Visit<Node>): void {
    way.pop();
    const around = way.at(-1);
    if (around !== undefined) around.lowest = Math.min(around.lowest, lowest);
    if (lowest < index) return;
    const component = open.splice(open.lastIndexOf(node));
    for (const member of component) settled.add(member);
    components.push(component);
  }

  for (const root of roots) {
    if (!indexes.has(root)) enter(root);
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const next = visit.targets.next();
      if (next.done === true) {
        leave(visit);
        continue;
      }
      const index = indexes.get(next.value);
      if (index === undefined) enter(next.value);
      else if (!settled.has(next.value)) visit.lowest = Math.min(visit.lowest, index);
    }
  }
  return components;
}
