import { OwnClause } from './OwnClause.tsx'
import { Parts } from './Part.tsx'
import { printExact, printFigure, printShare } from './printFigure.ts'
import { useReading } from './ReadingContext.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows a component (分项): its equation where it opens the document, then how its method scored it. (三（二）) */
export const componentView: View = ({ node }) => {
  const { opening } = useReading()
  return (
    <section className="why-part">
      {opening === node.path ? (
        <>
          {node.contribution === undefined ? (
            <p className="why-alarm">{node.sentence}</p>
          ) : (
            <p className="why-equation">
              <span>
                <small>得分</small>
                {printFigure(node.points)}
              </span>
              <span>×</span>
              <span>
                <small>权重</small>
                {printShare(node.weight ?? 0)}%
              </span>
              <span>=</span>
              <span>
                <small>计入综合得分</small>
                <strong>{printExact(node.contribution)}</strong>
              </span>
            </p>
          )}
        </>
      ) : (
        <p className="why-lead">
          {node.sentence} <OwnClause />
        </p>
      )}
      <Parts of={node.children} />
      <RulingNotes node={node} />
    </section>
  )
}
