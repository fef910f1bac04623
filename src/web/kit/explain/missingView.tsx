import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 缺分: why there is no score and what to do about it. (R19) */
export const missingView: View = ({ node }) => (
  <section className="why-part">
    <p className="why-alarm">{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)
