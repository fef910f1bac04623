import { expect, test } from 'vitest'
import { annexScheme } from '../../../tests/engine/aYear.ts'
import { mayAppraise } from './mayAppraise.ts'
import type { Ruling } from '../scheme/ruling.ts'
import type { Scheme } from '../scheme/scheme.ts'

const facts = { cycle: annexScheme.cycle }
const codes = (scheme: Scheme, cycle = annexScheme.cycle) =>
  mayAppraise(scheme, { cycle }).map(refusal => [refusal.code, Object.values(refusal.values)[0]])

function withRuling(id: string, change: (ruling: Ruling) => Ruling | undefined): Scheme {
  return {
    ...annexScheme,
    rulings: annexScheme.rulings.flatMap(ruling => (ruling.id === id ? (change(ruling) ?? []) : ruling)),
  }
}

test('a complete scheme with facts of its own year may be scored', () => {
  expect(mayAppraise(annexScheme, facts)).toEqual([])
})

test('an open ruling, or one without an answer, stops the scoring', () => {
  expect(codes(withRuling('R4', ruling => ({ ...ruling, state: 'open' })))).toEqual([['rulingOpen', 'R4']])
  const { answer: _answer, ...bare } = annexScheme.rulings.find(ruling => ruling.id === 'R9')!
  expect(codes(withRuling('R9', () => bare as Ruling))).toEqual([['rulingOpen', 'R9']])
  expect(
    mayAppraise(
      withRuling('R4', ruling => ({ ...ruling, state: 'open' })),
      facts,
    )[0]!.citation,
  ).toBe('三（二）1')
})

test('a ruling that is only a note may stay open', () => {
  expect(codes(withRuling('R24', ruling => ({ ...ruling, state: 'open' })))).toEqual([])
})

test('a missing ruling that is needed stops the scoring', () => {
  expect(codes(withRuling('R8', () => undefined))).toEqual([['rulingMissing', 'ballotScale']])
})

test('a ruling for another component does not apply, one for this component does', () => {
  expect(codes(withRuling('R8', ruling => ({ ...ruling, component: 'survey' })))).toEqual([
    ['rulingMissing', 'ballotScale'],
  ])
  expect(codes(withRuling('R8', ruling => ({ ...ruling, component: 'debrief' })))).toEqual([])
})

test('facts of another year stop the scoring', () => {
  expect(codes(annexScheme, 2017)).toEqual([['cycleMismatch', 2018]])
})
