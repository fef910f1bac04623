import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 日常等次计分: the grade given and the points it is worth. (三（二）1) */
export const quotaGradingView: View = ({ node }) => (
  <PlainPart node={node} figure={printFigure(node.points)} />
)
