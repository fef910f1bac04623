import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 决定得分: who decided, and the reason. */
export const decidedView: View = ({ node }) => <PlainPart node={node} figure={printFigure(node.points)} />
