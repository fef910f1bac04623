import type { ExplainedNode } from './ExplainedNode.ts'
import { OwnClause } from './OwnClause.tsx'
import { useReading } from './ReadingContext.ts'

/** Shows the heading of a part with its citation (条款); left out where the document opens here, since its title says the same. */
export function PartHead({ node, title }: { readonly node: ExplainedNode; readonly title: string }) {
  const { opening } = useReading()
  if (opening === node.path) return null
  return (
    <h3>
      {title} <OwnClause />
    </h3>
  )
}
