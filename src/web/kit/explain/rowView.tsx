import { OwnClause } from './OwnClause.tsx'
import type { ExplainedNode } from './ExplainedNode.ts'
import { Parts } from './Part.tsx'
import { printFigure } from './printFigure.ts'
import { useReading } from './ReadingContext.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows one row: its points (分值) less what its rules took, plus bonuses, and what limited it; then the rules with their findings. (附件) */
export const rowView: View = ({ node }) => {
  const { opening } = useReading()
  return (
    <section className="why-part">
      {opening === node.path && <RowEquation node={node} />}
      {isHeld(node) && (
        <p>
          {node.sentence} <OwnClause />
        </p>
      )}
      {node.children.length === 0 && <p>没有扣分。</p>}
      <Parts of={node.children} />
      <RulingNotes node={node} />
    </section>
  )
}

function RowEquation({ node }: { readonly node: ExplainedNode }) {
  const { base = 0, deducted = 0, bonus = 0, points } = node
  return (
    <p className="why-equation">
      <span>
        <small>分值</small>
        {printFigure(base)}
      </span>
      <span>−</span>
      <span>
        <small>应扣</small>
        {printFigure(deducted)}
      </span>
      {bonus !== 0 && (
        <>
          <span>+</span>
          <span>
            <small>加分</small>
            {printFigure(bonus)}
          </span>
        </>
      )}
      <span>{isHeld(node) ? '→' : '='}</span>
      <span>
        <small>得分</small>
        <strong>{printFigure(points)}</strong>
      </span>
    </p>
  )
}

/** Checks whether a floor, a cap or 不得分 intervened: the plain difference is then not the row's score. */
function isHeld({ base = 0, deducted = 0, bonus = 0, points }: ExplainedNode): boolean {
  return Math.abs(base - deducted + bonus - points) > 1e-9
}
