import { Bars } from './Bars.tsx'
import type { ExplainedNode } from './ExplainedNode.ts'
import { printFigure } from './printFigure.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows one group of a survey: its answers as bars, those without points pale, and their mean. (R7) */
export const surveyGroupView: View = ({ node }) => {
  const bars = barsOf(node)
  return (
    <section className="why-part">
      <p className="why-line">
        <span>{bars.length > 0 ? node.title : node.sentence}</span>
        <span className="why-figure">平均 {printFigure(node.points)}</span>
      </p>
      {bars.length > 0 && <Bars bars={bars} most={Math.max(...bars.map(bar => bar.value))} />}
      <RulingNotes node={node} />
    </section>
  )
}

/** Returns the table of a group: each answer, its count, and its points. */
function barsOf({ table }: ExplainedNode) {
  return (table?.rows ?? []).map(([name = '', count = 0, worth = '']) => ({
    name: String(name),
    value: Number(count),
    said:
      typeof worth === 'number'
        ? `${count}份，每份${printFigure(worth)}分`
        : `${count}份，${worth === '' ? '不计分' : worth}`,
    pale: typeof worth !== 'number',
  }))
}
