import { PlainPart } from './PlainPart.tsx'
import type { View } from './View.ts'

/** 实地核查: how the rounds make one score, then each rubric. (三（二）2) */
export const inspectionView: View = ({ node }) => <PlainPart node={node} />
