import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** Shows the cap on a section's deductions (核实项目扣分上限): what the section gives back. */
export const sectionCapView: View = ({ node }) => (
  <PlainPart node={node} figure={`+${printFigure(node.points)}`} />
)
