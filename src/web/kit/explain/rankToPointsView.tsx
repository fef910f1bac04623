import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 名次计分. */
export const rankToPointsView: View = ({ node }) => (
  <PlainPart node={node} figure={printFigure(node.points)} />
)
