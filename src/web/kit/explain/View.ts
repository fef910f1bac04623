import type { ComponentType } from 'react'
import type { ExplainedNode } from './ExplainedNode.ts'

/** 一种说明的样子: one view for each kind of node, in a file of its name. */
export type View = ComponentType<{ readonly node: ExplainedNode }>
