import { describeEvidence } from '../../../domain/explain/describeEvidence.ts'
import type { Explained } from '../../../domain/kernel/explanation.ts'
import type { BookContext } from './bookContext.ts'
import { shortRulings } from './describeNote.ts'
import type { TableColumn } from './table.ts'

/** The columns of what a figure rests on: clause, rulings, evidence. */
export function groundColumns<L extends { readonly node: Explained }>({
  styles,
  outcome: { scheme },
}: BookContext): readonly TableColumn<L>[] {
  const wide = { style: styles.wrapped, wraps: true } as const
  return [
    { key: 'citation', head: '条款', width: 12, style: styles.text, cell: ({ node }) => node.citation },
    { key: 'rulings', head: '口径', width: 20, ...wide, cell: ({ node }) => shortRulings(node.rulings) },
    {
      key: 'evidence',
      head: '依据',
      width: 50,
      ...wide,
      cell: ({ node }) => describeEvidence(node, scheme).join('；'),
    },
  ]
}
