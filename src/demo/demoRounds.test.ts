import { expect, test } from 'vitest'
import { annexScheme } from '../../tests/engine/aYear.ts'
import { demoRounds } from './demoRounds.ts'
import { demoYear } from './demoYear.ts'

const { roster, facts } = demoYear({ seed: 2018, units: 120, scheme: annexScheme })
const made = demoRounds(2018, roster, facts)
const groups = new Map(roster.units.map(unit => [unit.id, unit.leadUnit ?? unit.id]))

test('三（二）2 the rounds of the demo agree with its visits: each visit is planned, done on its day, by people of another lead group who did not go there in the round before', () => {
  const visits = made.facts.visits.filter(visit => visit.by !== 'leadUnit')
  expect(visits.length).toBeGreaterThan(400)
  for (const { unit, quarter, heldOn } of visits) {
    const round = made.rounds.find(one => one.ended && one.quarter === quarter)!
    expect(round.assignments.find(one => one.unit === unit)?.doneOn).toBe(heldOn)
  }
  const homes = new Map(made.inspectors.map(one => [one.key, one.homeUnit]))
  for (const [at, { assignments }] of made.rounds.entries()) {
    for (const { unit, inspectors } of assignments) {
      const before = made.rounds[at - 1]?.assignments.find(one => one.unit === unit)?.inspectors ?? []
      for (const key of inspectors) {
        const home = homes.get(key)
        expect(home === undefined || groups.get(home) !== groups.get(unit)).toBe(true)
        expect(before).not.toContain(key)
      }
    }
  }
})

test('only dates and names of inspectors are added; everything that scores is unchanged', () => {
  const bare = ({ foundOn: _day, author: _author, ...rest }: (typeof facts.findings)[number]) => rest
  expect(made.facts.findings.map(bare)).toEqual(facts.findings.map(bare))
  expect(made.facts.visits.map(({ heldOn: _day, ...rest }) => rest)).toEqual(
    facts.visits.map(({ heldOn: _day, ...rest }) => rest),
  )
  expect({ ...made.facts, visits: [], findings: [] }).toEqual({ ...facts, visits: [], findings: [] })
})

test('the current round has units for the demo inspector account', () => {
  const open = made.rounds.filter(round => !round.ended)
  expect(open.map(round => round.quarter)).toEqual([4])
  expect(open[0]!.assignments.filter(one => one.inspectors.includes('p0')).length).toBeGreaterThan(1)
})
