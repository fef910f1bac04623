import type { ExplainedNode } from './ExplainedNode.ts'
import { OwnClause } from './OwnClause.tsx'
import { useReading } from './ReadingContext.ts'

/** 部分的标题 with its clause; the document's own title says it where the document opens here. */
export function PartHead({ node, title }: { readonly node: ExplainedNode; readonly title: string }) {
  const { opening } = useReading()
  if (opening === node.path) return null
  return (
    <h3>
      {title} <OwnClause />
    </h3>
  )
}
