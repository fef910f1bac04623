import { useCited } from './CitedContext.ts'
import { Clause } from './Clause.tsx'
import { useReading } from './ReadingContext.ts'

/** 本节点的条款; left out where the node above named it already, or where it stands in the title of the document. */
export function OwnClause() {
  const { own, above, path } = useCited()
  const { opening } = useReading()
  return own === above || path === opening ? null : <Clause of={own} />
}
