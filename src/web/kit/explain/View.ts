import type { ComponentType } from 'react'
import type { ExplainedNode } from './ExplainedNode.ts'

/** View of an explanation node. */
export type View = ComponentType<{ readonly node: ExplainedNode }>
