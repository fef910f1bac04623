import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 综合得分的上下限: what it took or gave. */
export const heldView: View = ({ node }) => <PlainPart node={node} figure={printFigure(node.points)} />
