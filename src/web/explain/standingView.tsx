import { Clause } from './Clause.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 名次: place, ties and what broke them, and whether bands apply. (五（三）) */
export const standingView: View = ({ node }) => (
  <section className="why-part">
    <h3>
      名次 <Clause of={node.citation} />
    </h3>
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)
