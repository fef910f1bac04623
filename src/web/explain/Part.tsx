import type { ExplanationKind } from '../../domain/explanation/explanationKinds.ts'
import type { ExplainedNode } from './ExplainedNode.ts'
import { explanationViews } from './explanationViews.ts'
import { PlainPart } from './PlainPart.tsx'

/** 说明的一部分, by the view of its kind; a kind of a newer server is told by its sentence. */
export function Part({ node }: { readonly node: ExplainedNode }) {
  const View = Object.hasOwn(explanationViews, node.kind) ? explanationViews[node.kind as ExplanationKind] : PlainPart
  return <View node={node} />
}

/** 各部分, in their order. */
export function Parts({ of }: { readonly of: readonly ExplainedNode[] }) {
  return of.map(node => <Part key={node.path} node={node} />)
}
