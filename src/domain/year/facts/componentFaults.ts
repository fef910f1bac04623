import { refuse } from '../../kernel/refusal.ts'
import type { Method } from '../../scheme/component.ts'
import type { FactBook } from './factBook.ts'
import { termRefusal } from '../../scheme/termRefusal.ts'
import { type FactFault, faultIn, NO_FAULTS } from '../../kernel/factFault.ts'

/** Checks the component (分项的错处): a known component that scores the unit by this kind of method. Reports nothing for an unknown unit. */
export function componentFaults(
  book: FactBook,
  component: string,
  unit: string,
  how: 'quotaGrading' | 'survey' | 'ballots',
  field = 'component',
): readonly FactFault[] {
  const refusal = termRefusal('component', component, book.scheme.components)
  if (refusal) return [faultIn(field, refusal)]
  const known = book.units.get(unit)
  if (known === undefined || book.methodOf(component, unit)?.kind === how) return NO_FAULTS
  const name = book.components.get(component)?.name ?? component
  return [faultIn(field, refuse('notScoredThisWay', { unit: known.name, component: name, how }))]
}

/** Returns the method that scores a unit in a component (某单位在某分项上的某种计分方法), when it is of the given kind. */
export function methodOfKind<K extends Method['kind']>(
  book: FactBook,
  component: string,
  unit: string,
  kind: K,
): Extract<Method, { readonly kind: K }> | undefined {
  const method = book.methodOf(component, unit)
  return method?.kind === kind ? (method as Extract<Method, { readonly kind: K }>) : undefined
}
