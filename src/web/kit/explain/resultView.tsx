import { OwnClause } from './OwnClause.tsx'
import { Parts } from './Part.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 全年结果: who answers for the unit, then the composite, grade, place and what follows. (一, 五) */
export const resultView: View = ({ node }) => (
  <>
    <p className="why-lead">
      {node.sentence} <OwnClause />
    </p>
    <RulingNotes node={node} />
    <Parts of={node.children} />
  </>
)
