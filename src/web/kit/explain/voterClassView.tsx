import { NodeTable } from './NodeTable.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows one voter class: how many sheets, trimmed or not, and their mean. (R8) */
export const voterClassView: View = ({ node }) => (
  <section className="why-part">
    <p className="why-soft small-soft">{node.sentence}</p>
    {(node.table?.rows.length ?? 0) > 1 && <NodeTable node={node} />}
    <RulingNotes node={node} />
  </section>
)
