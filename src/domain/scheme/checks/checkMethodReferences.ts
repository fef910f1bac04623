import type { Scheme } from '../scheme.ts'
import type { Found } from '../schemeFault.ts'
import { eachMethod } from './eachMethod.ts'
import { knownIds } from './knownIds.ts'
import { checkAmong, placed } from './reference.ts'

/** 计分方法里的编号: tiers, rulings, rubrics and measures exist. */
export function* checkMethodReferences(scheme: Scheme): Generator<Found> {
  const ids = knownIds(scheme)
  for (const { method, path } of eachMethod(scheme)) {
    yield* checkAmong(ids.tier, placed(method.tiers, [...path, 'tiers']))
    yield* checkAmong(ids.ruling, [[method.ruling, [...path, 'ruling']]])
    if (method.kind === 'rubric') yield* checkAmong(ids.rubric, [[method.rubric, [...path, 'rubric']]])
    if (method.kind === 'measure') yield* checkAmong(ids.measure, [[method.measure, [...path, 'measure']]])
  }
}
