import { useMemo } from 'react'
import { CitedContext, useCited } from './CitedContext.ts'
import type { ExplainedNode } from './ExplainedNode.ts'
import { useReading } from './ReadingContext.ts'

/** Shows a part of an explanation with the view of its kind. */
export function Part({ node }: { readonly node: ExplainedNode }) {
  const { own: above } = useCited()
  const cited = useMemo(() => ({ own: node.citation, above, path: node.path }), [node, above])
  const View = useReading().viewOf(node.kind)
  return (
    <CitedContext value={cited}>
      <View node={node} />
    </CitedContext>
  )
}

/** Shows the parts in their order. */
export function Parts({ of }: { readonly of: readonly ExplainedNode[] }) {
  return of.map(node => <Part key={node.path} node={node} />)
}
