import type { ReactNode } from 'react'
import { OwnClause } from './OwnClause.tsx'
import type { ExplainedNode } from './ExplainedNode.ts'
import { Evidences } from './Evidences.tsx'
import { Parts } from './Part.tsx'
import { RulingNotes } from './RulingNotes.tsx'

interface Props {
  readonly node: ExplainedNode
  /** Content between the sentence and its parts. */
  readonly children?: ReactNode
  /** Figure at the right end of the sentence. */
  readonly figure?: string
}

/** Shows a part that is one sentence: sentence, citation, figure, then its content, rulings and evidence. */
export function PlainPart({ node, children, figure }: Props) {
  return (
    <section className="why-part">
      <p className="why-line">
        <span>
          {node.sentence} <OwnClause />
        </span>
        {figure !== undefined && <span className="why-figure">{figure}</span>}
      </p>
      {children}
      <Evidences node={node} />
      <RulingNotes node={node} />
      <Parts of={node.children} />
    </section>
  )
}
