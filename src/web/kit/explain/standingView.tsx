import { PartHead } from './PartHead.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows the place (名次): the place, ties and what broke them, and whether bands apply. (五（三）) */
export const standingView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="名次" />
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)
