import { PartHead } from './PartHead.tsx'
import { NodeTable } from './NodeTable.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 等次: the grade, the band that it lies in, and what moved it away from there. (五（一）) */
export const gradeView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="等次" />
    <p>{node.sentence}</p>
    <NodeTable node={node} />
    <RulingNotes node={node} />
  </section>
)
