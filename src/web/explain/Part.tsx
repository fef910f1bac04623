import type { ExplainedNode } from './ExplainedNode.ts'
import { useReading } from './ReadingContext.ts'

/** 说明的一部分, by the view of its kind. */
export function Part({ node }: { readonly node: ExplainedNode }) {
  const View = useReading().viewOf(node.kind)
  return <View node={node} />
}

/** 各部分, in their order. */
export function Parts({ of }: { readonly of: readonly ExplainedNode[] }) {
  return of.map(node => <Part key={node.path} node={node} />)
}
