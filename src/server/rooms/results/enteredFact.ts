import type { z } from 'zod'
import type { enteredFact } from '../../../contract/results/changesSchema.ts'

/** 录入的事实, in the domain's shape. */
export type EnteredFact = z.output<typeof enteredFact>

/** 可在屏幕上录入的事实种类. */
export const ENTERED_KINDS = [
  'findings',
  'decisions',
  'vetoes',
  'annualGrades',
] as const satisfies readonly EnteredFact['kind'][]

/** 所录事实的单位; a decision on a ranking has none. */
export function unitOf({ body }: EnteredFact): string | undefined {
  return 'unit' in body ? body.unit : undefined
}

/** 是否可在屏幕上录入的事实种类. */
export function isEntered(kind: string): kind is EnteredFact['kind'] {
  return (ENTERED_KINDS as readonly string[]).includes(kind)
}
