import type { Explanation, ExplanationKind } from '../../domain/explain/explanationKinds.ts'
import type { Explained } from '../../domain/kernel/explanation.ts'

/** An explanation of one kind. */
export type Node<K extends ExplanationKind> = Extract<Explanation, { kind: K }>

/** Checks whether an explanation is of a kind. */
export function isNode<K extends ExplanationKind>(node: Explained, kind: K): node is Node<K> {
  return node.kind === kind
}

/** Returns the child explanations of one kind, in order. */
export function partsOf<K extends ExplanationKind>(node: Explained, kind: K): readonly Node<K>[] {
  return node.parts.filter(part => isNode(part, kind)) as readonly Node<K>[]
}
