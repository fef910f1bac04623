import { Engine, type Event } from 'json-rules-engine'
import type { Contender } from '../contender.ts'
import type { RubricTerms } from '../ruleTerms.ts'
import { asSparseObjects } from './inputs.ts'

/**
 * json-rules-engine: one engine, a rule for each rule of the annex whose event says what it costs; the events of a run are added up by row
 * outside, since the engine does no sums. Facts that are zero are left out, which it runs through fastest.
 */
export const jsonRulesEnginePeers: readonly Contender[] = [
  {
    id: 'json-rules-engine',
    from: 'json-rules-engine',
    manner: 'a run for each unit, events added up',
    open: (terms, units) => {
      const engine = rulesOf(terms)
      const inputs = asSparseObjects(units)
      return async () => {
        const totals: number[] = []
        for (const input of inputs) totals.push(addUp(terms, (await engine.run(input)).events, input))
        return totals
      }
    },
  },
]

function rulesOf({ rows }: RubricTerms): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  rows.forEach(({ rules }, row) => {
    for (const { name, effect, points } of rules) {
      engine.addRule({
        conditions: { all: [{ fact: name, operator: 'greaterThan', value: 0 }] },
        event: { type: effect, params: { row, name, points } },
      })
    }
  })
  return engine
}

function addUp(
  { rows, most }: RubricTerms,
  events: readonly Event[],
  counts: Readonly<Record<string, number>>,
): number {
  const taken = new Float64Array(rows.length)
  let total = 0
  for (const { type, params } of events) {
    const { row, name, points } = params as { row: number; name: string; points: number }
    if (type === 'bonus') total += points
    else taken[row]! += type === 'once' ? points : type === 'each' ? points * counts[name]! : counts[name]!
  }
  rows.forEach(({ base }, row) => (total += Math.max(0, base - taken[row]!)))
  return Math.min(most, total)
}
