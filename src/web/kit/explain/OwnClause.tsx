import { useCited } from './CitedContext.ts'
import { Clause } from './Clause.tsx'
import { useReading } from './ReadingContext.ts'

/** Shows the citation (条款) of this node; left out where the node above already names it, or where it is in the title of the document. */
export function OwnClause() {
  const { own, above, path } = useCited()
  const { opening } = useReading()
  return own === above || path === opening ? null : <Clause of={own} />
}
