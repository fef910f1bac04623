import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { adoptSample, emptyScheme } from './newScheme.ts'
import { parseScheme } from './parseScheme.ts'
import { type SchemeDocument, withAllLists } from './schemeDocument.ts'

const start = {
  title: '清江市2026年度考核',
  institution: '清江市',
  cycle: 2026,
  number: '清组〔2026〕3号',
  issuedOn: '2026-02-01',
}
const read = (file: string): object =>
  parse(readFileSync(join(import.meta.dirname, '../../../schemes/jiangnan-2024', file), 'utf8'))
const sample = withAllLists({ ...read('scheme.yaml'), ...read('rubric.yaml') } as SchemeDocument)

test('an empty scheme has every ruling that is always needed; only its parts are still missing', () => {
  const { scheme, faults } = parseScheme(emptyScheme(start))
  expect(scheme).toMatchObject({ title: start.title, institution: '清江市', cycle: 2026, components: [] })
  expect(faults.map(({ code }) => code)).toEqual(['weightsOff', 'rulingIdle'])
  expect(scheme?.rulings.every(({ state }) => state === 'assumed')).toBe(true)
})

test('of a sample nothing of its office stays: heading, year and notice are replaced, and no ruling counts as confirmed', () => {
  const settled = sample.rulings.map((ruling, at) =>
    at === 0
      ? { ...ruling, state: 'settled' as const, settledBy: '江南市', settledOn: '2024-03-01' }
      : ruling,
  )
  const adopted = adoptSample({ ...sample, rulings: settled as SchemeDocument['rulings'] }, start)
  expect(adopted).toMatchObject({ title: start.title, institution: '清江市', cycle: 2026 })
  expect(adopted.notice).toEqual({
    title: start.title,
    number: start.number,
    issuedOn: '2026-02-01',
    issuers: ['清江市'],
  })
  expect(new Set(adopted.rulings.map(({ state }) => state))).toEqual(new Set(['assumed']))
  expect(JSON.stringify(adopted.rulings)).not.toMatch(/settledBy|settledOn/)
  expect(adopted.rubrics).toEqual(sample.rubrics)
  expect(parseScheme(adopted).faults.filter(({ severity }) => severity === 'fault')).toEqual([])
})
