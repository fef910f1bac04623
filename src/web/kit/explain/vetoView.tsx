import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import type { View } from './View.ts'

/** Shows a veto (否决): what it does to the composite or the grade. */
export const vetoView: View = ({ node }) => (
  <PlainPart node={node} figure={node.points === 0 ? undefined : printFigure(node.points)} />
)
