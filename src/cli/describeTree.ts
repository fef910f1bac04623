import type { RowExplained } from '../domain/score/inspection/rowExplained.ts'
import { type Explained, walkExplanation } from '../domain/kernel/explanation.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { describeEvidence } from '../domain/explain/describeEvidence.ts'
import { describeExplanation, describeRuling } from '../domain/explain/describeExplanation.ts'

/** 得分说明的缩进文字: a sentence a line with its clause where it changes, rulings and evidence one step further in. */
export function describeTree(root: Explained, scheme: Scheme): string {
  const lines: string[] = []
  const told = new Set<string>()
  const describe = (node: Explained, depth: number, above: string): void => {
    const indent = '  '.repeat(depth)
    const clause = node.citation === '' || node.citation === above ? '' : `〔${node.citation}〕`
    lines.push(`${indent}${describeExplanation(node)}${clause}`)
    for (const line of describeEvidence(node, scheme)) lines.push(`${indent}    ${line}`)
    for (const ruling of node.rulings) {
      // A ruling is told in full where it acts first, and named after that.
      lines.push(`${indent}    ${told.has(ruling.id) ? `口径${ruling.id}（见前）` : describeRuling(ruling)}`)
      told.add(ruling.id)
    }
    for (const part of node.parts) describe(part, depth + 1, node.citation)
  }
  describe(root, 0, '')
  return lines.join('\n')
}

/** 某些行的说明: the nodes of the rows that are wanted; none when the tree has no such row. */
export function rowsOfTree(root: Explained, isWanted: (row: string) => boolean): readonly RowExplained[] {
  return [...walkExplanation(root)].flatMap(({ node }) => {
    const found = node as RowExplained
    return node.kind === 'row' && isWanted(found.row.id) ? [found] : []
  })
}
