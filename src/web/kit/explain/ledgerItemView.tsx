import { Evidences } from './Evidences.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 台账一项: times × tariff, the counts by period, and where the same matter costs points too. (R6, R17) */
export const ledgerItemView: View = ({ node }) => (
  <section className="why-part">
    <p>{node.sentence}</p>
    <Evidences node={node} />
    <RulingNotes node={node} />
  </section>
)
