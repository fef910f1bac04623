import { expect, test } from 'vitest'
import { parseScheme } from '../scheme/parseScheme.ts'
import { schemeSchema } from '../scheme/schemeSchema.ts'
import { readShape } from './readShape.ts'

const many = (count: number) => Array.from({ length: count }, () => ({ id: 1 }))

test('of very many faults the first 500 are described, and no more are completed', () => {
  expect(readShape(schemeSchema, { components: many(5000) }).faults).toHaveLength(500)
  expect(parseScheme({ components: many(5000) }).faults).toHaveLength(500)
})

test('a list with more faults than can be collected is refused as too long, not by a crash', () => {
  const { faults } = readShape(schemeSchema, { rubrics: [{ rows: many(30_000) }] })
  expect(faults.map(({ code }) => code)).toEqual(['listTooLong'])
})

test('of very many unknown fields of one place the first hundred are named', () => {
  const raw = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, 1]))
  const unknown = readShape(schemeSchema, raw).faults.filter(({ code }) => code === 'fieldUnknown')
  expect(unknown).toHaveLength(100)
})
