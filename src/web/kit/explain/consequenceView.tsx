import { PartHead } from './PartHead.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 结果运用: what follows, and the years that led to it. (五（三）（四）) */
export const consequenceView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="结果运用" />
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)
