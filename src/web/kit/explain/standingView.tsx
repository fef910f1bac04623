import { PartHead } from './PartHead.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 名次: place, ties and what broke them, and whether bands apply. (五（三）) */
export const standingView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="名次" />
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)
