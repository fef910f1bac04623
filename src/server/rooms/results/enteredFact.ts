import type { z } from 'zod'
import type { enteredFact } from '../../../contract/results/changesSchema.ts'

/** An entered fact, in the shape of the domain. */
export type EnteredFact = z.output<typeof enteredFact>

/** The kinds of fact that can be entered on screen. */
export const ENTERED_KINDS = [
  'findings',
  'decisions',
  'vetoes',
  'annualGrades',
] as const satisfies readonly EnteredFact['kind'][]

/** Returns the unit of an entered fact; a decision on a ranking has none. */
export function unitOf({ body }: EnteredFact): string | undefined {
  return 'unit' in body ? body.unit : undefined
}

/** Checks whether facts of this kind can be entered on screen. */
export function isEntered(kind: string): kind is EnteredFact['kind'] {
  return (ENTERED_KINDS as readonly string[]).includes(kind)
}
