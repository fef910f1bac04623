import { PlainPart } from './PlainPart.tsx'
import type { View } from './View.ts'

/** 指标计分: the value as it was given. */
export const measureView: View = ({ node }) => <PlainPart node={node} />
