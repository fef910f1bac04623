import { RuleLine } from './RuleLine.tsx'
import type { View } from './View.ts'

/** 一次性扣分: once, however often it was found. */
export const flatView: View = ({ node }) => <RuleLine node={node} sum="一次扣" />
