import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 与最好成绩之比. */
export const ratioToBestView: View = ({ node }) => <PlainPart node={node} figure={printFigure(node.points)} />
