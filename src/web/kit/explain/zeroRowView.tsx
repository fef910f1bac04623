import { Evidences } from './Evidences.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows a zeroed row (不得分): nothing is left of it, so there is no amount to show. */
export const zeroRowView: View = ({ node }) => (
  <section className="why-rule">
    <p className="why-line">
      <span>
        <strong>{node.rule?.text ?? node.sentence}</strong>
      </span>
      <span className="why-figure">本行不得分</span>
    </p>
    <Evidences node={node} />
    <RulingNotes node={node} />
  </section>
)
