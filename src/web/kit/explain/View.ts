import type { ComponentType } from 'react'
import type { ExplainedNode } from './ExplainedNode.ts'

/** View of an explanation node: one for each kind, in a file of its name. */
export type View = ComponentType<{ readonly node: ExplainedNode }>
