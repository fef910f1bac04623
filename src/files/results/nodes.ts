import type { Explanation, ExplanationKind } from '../../domain/explain/explanationKinds.ts'
import type { Explained } from '../../domain/kernel/explanation.ts'

/** 某一种类的说明. */
export type Node<K extends ExplanationKind> = Extract<Explanation, { kind: K }>

/** 是否某一种类的说明. */
export function isNode<K extends ExplanationKind>(node: Explained, kind: K): node is Node<K> {
  return node.kind === kind
}

/** 某一种类的下级说明, in order. */
export function partsOf<K extends ExplanationKind>(node: Explained, kind: K): readonly Node<K>[] {
  return node.parts.filter(part => isNode(part, kind)) as readonly Node<K>[]
}
