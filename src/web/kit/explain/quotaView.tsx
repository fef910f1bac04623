import { OwnClause } from './OwnClause.tsx'
import { NodeTable } from './NodeTable.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** 名额推算: exact shares of the group, whole places, and how many were given. (三（二）1, R4) */
export const quotaView: View = ({ node }) => (
  <section className="why-part">
    <h4>
      名额推算 <OwnClause />
    </h4>
    {node.table === undefined ? <p>{node.sentence}</p> : <NodeTable node={node} />}
    <RulingNotes node={node} />
  </section>
)
