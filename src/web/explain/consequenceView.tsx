import { Clause } from './Clause.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 结果运用: what follows, and the years that led to it. (五（三）（四）) */
export const consequenceView: View = ({ node }) => (
  <section className="why-part">
    <h3>
      结果运用 <Clause of={node.citation} />
    </h3>
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)
