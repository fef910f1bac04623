import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** 民意调查: the groups by weight, each with its answers. (三（二）3, R7) */
export const surveyView: View = ({ node }) => <PlainPart node={node} figure={printFigure(node.points)} />
