import type { ExplanationNode } from '../../../contract/results/explanationSchema.ts'
import { type NodePath, pathsBelow } from '../../../domain/explain/nodePaths.ts'
import type { Explained } from '../../../domain/kernel/explanation.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { describeExplanation, describeRuling } from '../../../domain/explain/describeExplanation.ts'
import { figuresOf, titleOf } from './nodeFigures.ts'

/** Returns the evidence behind a node. */
export type EvidenceOf = (node: Explained) => ExplanationNode['evidence']

/** Presents a node of the explanation as the contract defines it, with its parts down to `depth`; deeper parts are only counted. */
export function presentNode(
  node: Explained,
  path: NodePath,
  scheme: Scheme,
  depth: number,
  evidenceOf: EvidenceOf,
  component?: string,
): ExplanationNode {
  const own = node.kind === 'component' ? path.split('/').at(-1) : component
  const paths = depth > 0 ? pathsBelow(node, path, scheme) : []
  return {
    path,
    kind: node.kind,
    title: titleOf(node),
    citation: node.citation,
    points: node.points,
    sentence: describeExplanation(node),
    component: own,
    ...figuresOf(node),
    rulings: node.rulings.map(note => ({ ...note, sentence: describeRuling(note) })),
    evidence: evidenceOf(node),
    more: paths.length === 0 ? node.parts.length : 0,
    children: paths.map((below, at) =>
      presentNode(node.parts[at]!, below, scheme, depth - 1, evidenceOf, own),
    ),
  }
}
