import type { RowExplained } from '../domain/score/inspection/rowExplained.ts'
import { type Explained, walkExplanation } from '../domain/kernel/explanation.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { describeEvidence } from '../domain/explain/describeEvidence.ts'
import { describeExplanation, describeRuling } from '../domain/explain/describeExplanation.ts'

/** Formats the explanation as indented text: one sentence per line, its clause where it changes, rulings and evidence indented one step further. */
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

/** Returns the nodes of the wanted rows; empty when the tree has none of them. */
export function rowsOfTree(root: Explained, isWanted: (row: string) => boolean): readonly RowExplained[] {
  return [...walkExplanation(root)].flatMap(({ node }) => {
    const found = node as RowExplained
    return node.kind === 'row' && isWanted(found.row.id) ? [found] : []
  })
}
