import { Bars } from './Bars.tsx'
import { OwnClause } from './OwnClause.tsx'
import { Parts } from './Part.tsx'
import { printFigure } from './printFigure.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows the debrief ballot (述职测评): how the sheets make one score; with several classes, their means as bars. (四（四）, R8) */
export const ballotsView: View = ({ node }) => {
  const classes = node.children
  const most = Math.max(100, ...classes.map(one => one.points))
  return (
    <section className="why-part">
      <p className="why-line">
        <span>
          {node.sentence} <OwnClause />
        </span>
        <span className="why-figure">{printFigure(node.points)}</span>
      </p>
      {classes.length > 1 && (
        <Bars
          bars={classes.map(({ title, points }) => ({
            name: title,
            value: points,
            said: printFigure(points),
          }))}
          most={most}
        />
      )}
      <Parts of={classes} />
      <RulingNotes node={node} />
    </section>
  )
}
