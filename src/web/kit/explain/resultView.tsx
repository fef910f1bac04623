import { OwnClause } from './OwnClause.tsx'
import { Parts } from './Part.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows the year's result: who is responsible for the unit, then the composite, grade, place and consequences. (一, 五) */
export const resultView: View = ({ node }) => (
  <>
    <p className="why-lead">
      {node.sentence} <OwnClause />
    </p>
    <RulingNotes node={node} />
    <Parts of={node.children} />
  </>
)
