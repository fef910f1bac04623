import { RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 视情扣分: an amount that the assessor set, with the reason in the finding. */
export const discretionaryView: View = ({ node }) => <RuleLine node={node} sum="视情节" />
