import type { ExplainedNode } from './ExplainedNode.ts'

/** A place found in an explanation: the node, and the nodes above it from the root on. */
interface FoundNode {
  readonly node: ExplainedNode
  readonly above: readonly ExplainedNode[]
}

/**
 * Finds a place in an explanation: by the path of a node, else by the id of a row (`四.4`), else of a
 * component, else by a kind (`composite`), the first from the top. Returns the root when there is no such
 * place, so that an old link still opens the unit.
 */
export function findNode(root: ExplainedNode, at: string | undefined): FoundNode {
  if (at === undefined) return { node: root, above: [] }
  const tests: readonly ((node: ExplainedNode) => boolean)[] = [
    node => node.path === at,
    node => node.kind === 'row' && node.row === at,
    node => node.kind === 'component' && node.component === at,
    node => node.kind === at,
  ]
  for (const isIt of tests) {
    const found = search(root, [], isIt)
    if (found !== undefined) return found
  }
  return { node: root, above: [] }
}

/** Iterates over the nodes from the top, each before its parts. */
export function* nodesOf(root: ExplainedNode): Generator<ExplainedNode> {
  yield root
  for (const child of root.children) yield* nodesOf(child)
}

/** Returns where each ruling is shown in full: the highest node where it acts, the first of several, since deeper nodes may be folded; elsewhere it is named. */
export function firstPlaces(root: ExplainedNode): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (
    let level: readonly ExplainedNode[] = [root];
    level.length > 0;
    level = level.flatMap(node => node.children)
  ) {
    for (const { rulings, path } of level)
      for (const { id } of rulings) if (!places.has(id)) places.set(id, path)
  }
  return places
}

function search(
  node: ExplainedNode,
  above: readonly ExplainedNode[],
  isIt: (node: ExplainedNode) => boolean,
): FoundNode | undefined {
  if (isIt(node)) return { node, above }
  for (const child of node.children) {
    const found = search(child, [...above, node], isIt)
    if (found !== undefined) return found
  }
  return undefined
}
