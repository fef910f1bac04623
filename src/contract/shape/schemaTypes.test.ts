import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { FactsFile } from '../year/factsSchema.ts'
import { factsSchema } from '../year/factsSchema.ts'
import type { HistoryFile } from '../year/historySchema.ts'
import { historySchema } from '../year/historySchema.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { schemeSchema } from '../scheme/schemeSchema.ts'

type Deep<T> = T extends number | string | boolean | null | undefined
  ? T
  : T extends readonly (infer I)[]
    ? readonly Deep<I>[]
    : { readonly [K in keyof T]: Deep<T[K]> }
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Reads<S extends z.ZodType, T> = Same<Deep<z.output<S>>, Deep<T>>

test('the schemas output the domain types exactly, field by field', () => {
  const same: [
    Reads<typeof factsSchema, FactsFile>,
    Reads<typeof historySchema, HistoryFile>,
    Reads<typeof schemeSchema, Scheme>,
  ] = [true, true, true]
  expect(same).not.toContain(false)
})
