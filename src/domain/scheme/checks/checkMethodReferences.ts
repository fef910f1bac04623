import type { Scheme } from '../scheme.ts'
import type { Found } from '../schemeFault.ts'
import type { Method } from '../component.ts'
import { methodKind } from '../methods.ts'
import { eachMethod } from './eachMethod.ts'
import { knownIds } from './knownIds.ts'
import { checkAmong, placed } from './reference.ts'

/** Checks the ids in scoring methods (计分方法): tiers, rulings, rubrics and measures exist. */
export function* checkMethodReferences(scheme: Scheme): Generator<Found> {
  const ids = knownIds(scheme)
  for (const { method, path } of eachMethod(scheme)) {
    yield* checkAmong(ids.tier, placed(method.tiers, [...path, 'tiers']))
    yield* checkAmong(ids.ruling, [[method.ruling, [...path, 'ruling']]])
    for (const [field, list] of Object.entries(methodKind(method).references ?? {}))
      yield* checkAmong(ids[list], [[method[field as keyof Method] as string, [...path, field]]])
  }
}
