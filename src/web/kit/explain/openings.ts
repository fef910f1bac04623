import type { ExplainedNode } from './ExplainedNode.ts'
import { nodesOf } from './findNode.ts'

/** Returns every path that a fold of this document may have, including those of its findings. */
export function foldsOf(root: ExplainedNode): readonly string[] {
  return [...nodesOf(root)].flatMap(({ path, evidence }) => [
    path,
    ...evidence.flatMap(one => (one.fact === undefined ? [] : [`${path}#${one.fact}`])),
  ])
}

/** Returns the folds that are open at first: a lone row that lost points, so that a component with one loss shows it at once. */
export function openAtFirst(root: ExplainedNode): readonly string[] {
  const lost = [...nodesOf(root)].filter(node => node.kind === 'row' && node.children.length > 0)
  return lost.length === 1 ? [lost[0]!.path] : []
}
