import type { ExplainedNode } from './ExplainedNode.ts'
import { Evidences } from './Evidences.tsx'
import { printFigure } from './printFigure.ts'
import { RulingNotes } from './RulingNotes.tsx'

interface Props {
  readonly node: ExplainedNode
  /** The arithmetic of this form of rule, shown before its amount. */
  readonly sum?: string
}

/** Shows one rule: its text, what was counted, and how that makes its amount; then the findings. (附件) */
export function RuleLine({ node, sum }: Props) {
  const { rule, sentence, points } = node
  return (
    <section className="why-rule">
      <p className="why-line">
        <span>
          {rule !== undefined && <strong>{rule.text}</strong>}
          <span className="small-soft-line">{rule?.said ?? sentence}</span>
        </span>
        <span className="why-figure">
          {sum !== undefined && <span className="why-soft small-soft">{sum}</span>}{' '}
          {points === 0 ? '0.00' : signed(points)}
        </span>
      </p>
      <Evidences node={node} />
      <RulingNotes node={node} />
    </section>
  )
}

/** Returns the points per count, for the forms that count. */
export function perCount({ rule, points }: ExplainedNode, unit: string): string | undefined {
  if (rule === undefined || rule.count < 1) return undefined
  return `${printFigure(Math.abs(points) / rule.count)} × ${rule.count}${unit}`
}

function signed(points: number): string {
  return points > 0 ? `+${printFigure(points)}` : printFigure(points)
}
