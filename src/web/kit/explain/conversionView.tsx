import { PartHead } from './PartHead.tsx'
import { printFigure } from './printFigure.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 折算: what goes over into another appraisal. (五（三）) */
export const conversionView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="折算" />
    <p className="why-line">
      <span>{node.sentence}</span>
      <span className="why-figure">{printFigure(node.points)}</span>
    </p>
    <RulingNotes node={node} />
  </section>
)
