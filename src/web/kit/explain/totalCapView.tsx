import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 细则总分上限: what lies above and does not count. */
export const totalCapView: View = ({ node }) => <PlainPart node={node} figure={printFigure(node.points)} />
