import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RUNS } from '../../../tests/properties/runs.ts'
import { anyYear, type Year } from '../../../tests/properties/years.ts'
import { type Fraction, ratio } from '../kernel/fraction.ts'
import { points } from '../kernel/points.ts'
import { appraiseCycle, type CycleOutcome } from '../score/appraiseCycle.ts'
import { componentScore } from '../score/componentScore.ts'
import { composeScores } from '../score/composite/composeScores.ts'
import { isMissing } from '../score/missing.ts'
import { rankAppraisees } from '../score/ranking/rankAppraisees.ts'
import { finishColumn } from '../score/scoreComponents.ts'
import type { CycleFacts } from '../year/facts/facts.ts'
import { prepareRedraws } from './prepareRedraws.ts'
import { randomNumbers } from './randomNumbers.ts'
import { bandsMet, repeatRanking } from './repeatRanking.ts'
import { drawSheets } from './redrawScore.ts'

/** As many repeats as are drawn at once. */
const BLOCK = 16

/** Draws the same answers and marks, and has the engine compute all in exact fractions. */
function exactly(outcome: CycleOutcome, facts: CycleFacts, seed: string): readonly CycleOutcome[] {
  const { components } = outcome
  const { prepared, appraisees, own } = components
  const numbers = randomNumbers(seed)
  const redraws = prepareRedraws(components, facts.sheets, BLOCK)
  for (const { sheets } of redraws) for (const group of sheets) drawSheets(group, numbers)
  const turns = Array.from({ length: BLOCK }, () => ({ columns: [...components.columns] }))
  const drawn = { num: 0, den: 1 }
  components.columns.forEach(({ component }, place) => {
    const { of } = redraws[place]!
    if (of.every(redraw => redraw === undefined)) return
    const given = appraisees.map(({ tier }, at) => componentScore(component, tier, own[at]!))
    const exact = turns.map(() =>
      given.map((score): Fraction | undefined => (isMissing(score) ? undefined : score)),
    )
    const draw = (at: number, turn: number) => {
      of[at]?.(numbers, turn, drawn)
      if (of[at] !== undefined) exact[turn]![at] = ratio(drawn.num, drawn.den)
    }
    const [places, times] = [appraisees.map((_, at) => at), turns.map((_, turn) => turn)]
    // Converted columns are drawn repeat after repeat, the others unit after unit.
    if (component.component.conversion !== undefined)
      for (const turn of times) for (const at of places) draw(at, turn)
    else for (const at of places) for (const turn of times) draw(at, turn)
    turns.forEach((turn, at) => {
      const missing = given.map(score => (isMissing(score) ? score.missing : undefined))
      turn.columns[place] = finishColumn(prepared, component, appraisees, own, exact[at]!, missing)
    })
  })
  return turns.map(({ columns }) => {
    const scores = { ...components, columns }
    const composites = composeScores(scores)
    return {
      ...outcome,
      components: scores,
      composites,
      ranking: rankAppraisees(scores, composites, facts.decisions),
    }
  })
}

const TIES = fc.record({
  places: fc.constantFrom('competition', 'dense'),
  acrossEdge: fc.constantFrom('lighter', 'heavier', 'committee'),
})

/** A year of any scheme; at times its survey or ballots are converted, trimmed or decided. */
const drawnYear: fc.Arbitrary<Year> = fc
  .tuple(
    anyYear,
    TIES,
    fc.constantFrom('none', 'none', 'ratio', 'rank'),
    fc.option(fc.integer({ min: 1, max: 3 })),
    fc.boolean(),
  )
  .map(([year, ties, conversion, drop, decide]) => {
    const { citation } = year.scheme.consequences[0] ?? { citation: '五（三）' }
    const conversions = {
      none: undefined,
      ratio: { kind: 'ratioToBest', full: points(90), citation },
      rank: { kind: 'rankToPoints', table: [points(99)], step: points(3), least: points(50), citation },
    }
    const components = year.scheme.components.map(one =>
      one.methods.some(({ kind }) => kind === 'survey' || kind === 'ballots')
        ? { ...one, conversion: conversions[conversion] ?? one.conversion }
        : one,
    )
    const rulings = year.scheme.rulings.map(ruling => {
      if (ruling.topic === 'ties') return { ...ruling, answer: { ...(ruling.answer as object), ...ties } }
      if (ruling.topic === 'ballotScale' && drop !== null)
        return { ...ruling, answer: { ...(ruling.answer as object), trim: { above: 2, drop } } }
      return ruling
    }) as Year['scheme']['rulings']
    const decision = {
      kind: 'componentScore' as const,
      unit: 'u1',
      component: components.at(-1)?.id ?? '',
      points: points(77),
      by: '工委',
      reason: '例',
    }
    return {
      ...year,
      scheme: { ...year.scheme, components, rulings } as Year['scheme'],
      facts: { ...year.facts, decisions: decide && components.length > 0 ? [decision] : [] },
    }
  })

test('plain numbers give what exact fractions give, repeat for repeat', () => {
  let moved = 0
  fc.assert(
    fc.property(drawnYear, fc.string(), ({ scheme, roster, facts }, seed) => {
      const outcome = appraiseCycle(scheme, roster, facts, { years: [] })
      const fast = repeatRanking(outcome, facts, { repeats: BLOCK, seed })
      const exact = exactly(outcome, facts, seed)
      outcome.components.appraisees.forEach((_, at) => {
        const own = <T extends Float64Array | Uint32Array>(all: T) => [
          ...all.subarray(at * BLOCK, (at + 1) * BLOCK),
        ]
        const composites = exact.map(({ composites: { points: all } }) => all[at])
        moved += Number(new Set(composites).size > 1)
        expect(own(fast.composites)).toEqual(composites)
        expect(own(fast.places)).toEqual(exact.map(({ ranking }) => ranking.standings[at]?.place ?? 0))
        for (const [rule, counts] of fast.bands)
          expect(counts[at], rule).toBe(
            exact.filter(one => bandsMet(one, at).some(({ id }) => id === rule)).length,
          )
      })
    }),
    RUNS,
  )
  expect(moved).toBeGreaterThan(RUNS.numRuns / 4)
})
