import { Clause } from './Clause.tsx'
import type { ExplainedNode } from './ExplainedNode.ts'
import { printFigure } from './printFigure.ts'

interface Props {
  readonly above: readonly ExplainedNode[]
  readonly node: ExplainedNode
  readonly onGo: (path: string) => void
}

/** Shows the path from the result down to here, each step a link back; then the title of the place and its figure. */
export function WayDown({ above, node, onGo }: Props) {
  // The method between a component and its rows says nothing of its own.
  const steps = above.filter(({ kind }) => kind !== 'inspection' && kind !== 'rubric')
  const hasFigure = node.absent !== true && FIGURED.has(node.kind)
  return (
    <header className="why-head">
      {steps.length > 0 && (
        <nav aria-label="所在位置">
          <ol>
            {steps.map(step => (
              <li key={step.path}>
                <button type="button" data-may-wrap onClick={() => onGo(step.path)}>
                  {titleOf(step)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h2>
        <span>
          {titleOf(node)} <Clause of={node.citation} />
        </span>
        {hasFigure && <span className="why-head-figure">{printFigure(node.points)}</span>}
      </h2>
    </header>
  )
}

const FIGURED = new Set(['composite', 'rubric', 'conversion'])

function titleOf({ kind, title, row }: ExplainedNode): string {
  if (kind === 'result') return '全年结果'
  return kind === 'row' && row !== undefined ? `${row} ${title}` : title
}
