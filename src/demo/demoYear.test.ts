import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemeSchema } from '../contract/scheme/schemeSchema.ts'
import { appraiseCycle } from '../domain/score/appraiseCycle.ts'
import { quotaCounts } from '../domain/score/routine/quotaCounts.ts'
import { canonicalText } from '../domain/kernel/ids.ts'
import { listResults } from '../domain/score/listResults.ts'
import { mayAppraise } from '../domain/score/mayAppraise.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { demoHistory } from './demoHistory.ts'
import { demoMaker, demoUnit } from './demoUnit.ts'
import { demoYear } from './demoYear.ts'

const SEED = 2018
const scheme = schemeOf('xiangxi-2018')
const year = demoYear({ seed: SEED, units: 120, scheme })
const history = demoHistory({ seed: SEED, units: 120, scheme })
const outcome = appraiseCycle(scheme, year.roster, year.facts, history)
const results = listResults(outcome)
const fromBottom = (place: number) => results.filter(result => result.standing?.fromBottom === place)
const measures = (place: number) =>
  fromBottom(place).flatMap(result => result.consequences.map(({ rule }) => rule))

describe('the same seed', () => {
  test('gives the same year and the same history', () => {
    expect(canonicalText(demoYear({ seed: SEED, units: 120, scheme }))).toBe(canonicalText(year))
    expect(canonicalText(demoHistory({ seed: SEED, units: 120, scheme }))).toBe(canonicalText(history))
  })

  test('another seed gives another year', () => {
    expect(canonicalText(demoYear({ seed: SEED + 1, units: 120, scheme }))).not.toBe(canonicalText(year))
  })

  test('generates any unit independently of the size of the year', () => {
    const larger = demoYear({ seed: SEED, units: 260, scheme })
    for (const index of [0, 2, 24, 33, 119, 120, 259]) {
      const one = demoUnit(SEED, index, scheme)
      expect(larger.roster.units[index]).toEqual(one.unit)
      expect(larger.facts.findings.filter(finding => finding.unit === one.unit.id)).toEqual(
        one.facts.findings,
      )
      expect(larger.roster.holders.filter(holder => holder.unit === one.unit.id)).toEqual(one.holders)
    }
  })

  test('generates the last of 4.7 million units without the others', () => {
    const last = demoUnit(SEED, 4_699_999, scheme)
    expect([last.unit.id, last.unit.name.startsWith('示范39167州')]).toEqual(['SF4700000', true])
    expect(demoUnit(SEED, 4_699_999, scheme)).toEqual(last)
    expect(last.facts.visits.length).toBeGreaterThan(0)
  })

  test('gives each unit the votes on the ballot sheets', () => {
    const { unit, facts } = demoUnit(SEED, 25, scheme)
    const marks = year.facts.sheets.flatMap(sheet =>
      sheet.marks.filter(mark => mark.unit === unit.id).map(mark => mark.points),
    )
    expect(facts.votes.get('debrief')?.flatMap(votes => votes.marks)).toEqual(marks)
    expect(marks.length).toBeGreaterThanOrEqual(30)
  })

  test('gives the same scores in brief mode', () => {
    const brief = demoMaker(SEED, scheme, true)
    const units = Array.from({ length: 120 }, (_, index) => brief(index))
    const facts = {
      ...year.facts,
      visits: units.flatMap(one => one.facts.visits),
      findings: units.flatMap(one => one.facts.findings),
      ledger: units.flatMap(one => [...one.facts.ledger.values()].flat()),
      knowledgeTests: [],
    }
    const again = listResults(appraiseCycle(scheme, year.roster, facts, history))
    expect(again.map(result => result.composite)).toEqual(results.map(result => result.composite))
  })
})

describe('the generated prefecture', () => {
  test('一 units below the level and merged units are not appraised, all others are', () => {
    expect(year.roster.units).toHaveLength(120)
    expect(results).toHaveLength(118)
    const left = year.roster.units.filter(unit => !results.some(result => result.appraisee.unit === unit.id))
    expect(left.map(unit => [unit.level, unit.closesOn])).toEqual([
      ['副处级', '2018-06-30'],
      ['正科级', undefined],
    ])
    const successor = year.roster.units.find(unit => unit.succeeds !== undefined)
    expect(successor?.succeeds).toEqual([left[0]?.id])
  })

  test('一 where a prefecture leader heads a unit, the first deputy is appraised', () => {
    const led = year.roster.units.find(unit => unit.headedByLeader)
    const result = results.find(each => each.appraisee.unit === led?.id)
    expect(result?.appraisee).toMatchObject({ post: '副职', person: `${led?.id}-F1` })
  })

  test('has 12 lead units, 10 directly managed ones and members under every lead unit', () => {
    const ofTier = (tier: string) => year.roster.units.filter(unit => unit.tier === tier)
    expect([ofTier('lead').length, ofTier('direct').length, ofTier('member').length]).toEqual([12, 10, 98])
    expect(new Set(ofTier('member').map(unit => unit.leadUnit))).toEqual(
      new Set(ofTier('lead').map(unit => unit.id)),
    )
    expect(new Set(year.roster.units.map(unit => unit.name)).size).toBe(120)
  })

  test('contains no real names: every name carries its mark, and no number looks like a telephone number', () => {
    expect(year.roster.holders.every(holder => /^.示.$/u.test(holder.name))).toBe(true)
    expect(canonicalText(year)).not.toMatch(/\d{7,}/u)
  })

  test('R21 some secretaries change during the year, and one person holds the post at its end', () => {
    const changed = year.roster.holders.filter(
      holder => holder.to?.startsWith('2018') && !holder.to.endsWith('06-30'),
    )
    expect(changed.length).toBeGreaterThan(3)
    for (const { unit, post } of changed) {
      const atEnd = year.roster.holders.filter(
        each => each.unit === unit && each.post === post && each.to === undefined,
      )
      expect(atEnd).toHaveLength(1)
    }
  })
})

describe('the generated year', () => {
  test('can be appraised and is complete', () => {
    expect(mayAppraise(scheme, year.facts)).toEqual([])
    expect(results.filter(result => result.composite === undefined)).toEqual([])
  })

  test('附件 every rule is broken at least once, in a finding or in the ledger', () => {
    const found = new Set(year.facts.findings.map(finding => `${finding.row}/${finding.rule}`))
    const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
    expect(
      rows.flatMap(row => row.rules.map(rule => `${row.id}/${rule.id}`)).filter(rule => !found.has(rule)),
    ).toEqual([])
    const short = year.facts.ledger.filter(entry => entry.counter === 'themedPartyDay' && entry.count === 0)
    expect(short.length).toBeGreaterThan(0)
  })

  test('附件 no finding occurs twice, whatever the seed', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { findings } = demoYear({ seed, units: 150, scheme }).facts
      expect(new Set(findings.map(canonicalText)).size).toBe(findings.length)
    }
  })

  test('三（二）1 every lead group keeps within 3:5:2', () => {
    const leads = year.roster.units.filter(unit => unit.tier === 'lead').map(unit => unit.id)
    for (const lead of leads) {
      const grades = year.facts.gradings.filter(grading => grading.by === lead).map(grading => grading.grade)
      const counted = ['good', 'fair', 'ordinary'].map(
        grade => grades.filter(given => given === grade).length,
      )
      expect(counted).toEqual([...quotaCounts(grades.length, [3, 5, 2], 'largestRemainder').counts])
    }
  })

  test('三（二）1 the ledgers of lead units contain every kind of fault', () => {
    const kinds = scheme.counters.flatMap(({ id, kind, from }) =>
      kind === 'fault' && from === undefined ? [id] : [],
    )
    for (const kind of kinds) {
      expect(year.facts.ledger.some(entry => entry.counter === kind && entry.count > 0)).toBe(true)
    }
  })

  test('三（二）2 some lead units also inspect their own members', () => {
    expect(year.facts.visits.filter(visit => visit.by === 'leadUnit').length).toBeGreaterThan(5)
    expect(year.facts.findings.filter(finding => finding.by === 'leadUnit').length).toBeGreaterThan(5)
  })

  test('四（四） each of 13 sessions has 30 to 60 voters of three classes', () => {
    const sessions = [...new Set(year.facts.sheets.map(sheet => sheet.session))]
    expect(sessions).toHaveLength(13)
    for (const session of sessions) {
      const sheets = year.facts.sheets.filter(sheet => sheet.session === session)
      expect(sheets.length).toBeGreaterThanOrEqual(30)
      expect(sheets.length).toBeLessThanOrEqual(60)
      expect(new Set(sheets.map(sheet => sheet.voterClass)).size).toBe(3)
    }
  })

  test('composites lie between 60 and 99, and only the nine planted units are below 75', () => {
    const composites = results.map(result => (result.composite ?? 0) / 1000).sort((one, other) => one - other)
    expect(composites[0]).toBeGreaterThan(60)
    expect(composites.at(-1)).toBeLessThan(99)
    expect(composites.filter(composite => composite < 75)).toHaveLength(9)
    expect(new Set(results.map(result => result.grade?.grade))).toEqual(new Set(['good', 'fair', 'ordinary']))
  })

  test('R7 one unit with too few answers gets a decision', () => {
    expect(year.facts.decisions.map(decision => decision.kind)).toEqual(['componentScore'])
  })

  test('五（二） one ledger disagrees with the findings', () => {
    const disagreeing = results.flatMap(result =>
      result.issues.filter(issue => issue.kind === 'ledgerDisagrees'),
    )
    expect(disagreeing).toHaveLength(1)
  })
})

describe('the planted rankings', () => {
  test('五（四） the same secretary three years at the bottom → reassignment proposed', () => {
    expect(fromBottom(1).map(result => result.appraisee.unit)).toEqual(['SF025'])
    expect(measures(1)).toContain('reassignmentProposal')
  })

  test('五（四） the same secretary two years at the bottom → admonitory talk', () => {
    expect(fromBottom(2).map(result => result.appraisee.unit)).toEqual(['SF038'])
    expect(measures(2)).toContain('admonitoryTalk')
  })

  test('R13 a new secretary starts afresh although the unit is at the bottom for the third year, and the unit stays under supervision', () => {
    expect(fromBottom(3).map(result => result.appraisee.unit)).toEqual(['SF043'])
    expect(measures(3)).toEqual(['lastThree', 'keySupervision'])
    const past = history.years.map(({ entries }) => entries.find(entry => entry.unit === 'SF043'))
    expect(past.map(entry => (entry?.fromBottom ?? 9) <= 3)).toEqual([false, true, true])
    expect(fromBottom(3)[0]?.appraisee.person).not.toBe(past[2]?.person)
  })

  test('R9 third and fourth from last tie on the composite and are separated by the inspection', () => {
    const [third, fourth] = [fromBottom(3)[0], fromBottom(4)[0]]
    expect(third?.composite).toBe(fourth?.composite)
    expect(third?.standing?.brokenBy).toBe('inspection')
  })

  test('R9 sixth and seventh from last tie completely across the edge of two bands and get the lighter consequence', () => {
    expect(fromBottom(6)).toEqual([])
    expect(fromBottom(7).map(result => result.appraisee.unit)).toEqual(['SF076', 'SF083'])
    expect(fromBottom(7).every(result => result.standing?.acrossEdge)).toBe(true)
    expect(measures(7)).toEqual(['seventhToNinthFromLast', 'seventhToNinthFromLast'])
  })

  test('附件 the fifth from last loses points in every row but none below its floor', () => {
    const rows = new Set(
      year.facts.findings.filter(finding => finding.unit === 'SF061').map(finding => finding.row),
    )
    expect(fromBottom(5).map(result => result.appraisee.unit)).toEqual(['SF061'])
    expect([...rows].sort()).toEqual(scheme.rubrics[0]?.rows.map(row => row.id).sort())
  })

  test('五（四） one of those proposed for 优秀 is refused because of its grade', () => {
    const refused = results.filter(result => result.annualGrade?.allowed === false)
    expect(refused.map(result => result.appraisee.unit)).toEqual(['SF063'])
    expect(results.filter(result => result.annualGrade?.allowed === true).length).toBeGreaterThan(2)
  })

  test('hold for any seed and size', () => {
    for (const [seed, units] of [
      [1, 120],
      [7, 500],
      [99, 2000],
    ] as const) {
      const other = demoYear({ seed, units, scheme })
      const ranked = listResults(
        appraiseCycle(scheme, other.roster, other.facts, demoHistory({ seed, units, scheme })),
      )
      const last = ranked.filter(result => (result.standing?.fromBottom ?? 99) <= 9)
      last.sort((one, two) => (one.standing?.fromBottom ?? 0) - (two.standing?.fromBottom ?? 0))
      expect(last.map(result => result.appraisee.unit)).toEqual(BOTTOM)
    }
  })
})

const BOTTOM = ['SF025', 'SF038', 'SF043', 'SF053', 'SF061', 'SF076', 'SF083', 'SF100', 'SF110']

describe('the generated history', () => {
  test('holds three years of every unit at its level, each with the holder at the end of the year', () => {
    expect(history.years.map(({ cycle, entries }) => [cycle, entries.length])).toEqual([
      [2015, 119],
      [2016, 119],
      [2017, 119],
    ])
    for (const { cycle, entries } of history.years) {
      for (const { unit, person } of entries) {
        const holder = year.roster.holders.find(each => each.unit === unit && each.person === person)
        expect(holder?.from === undefined || holder.from <= `${cycle}-12-31`).toBe(true)
        expect(holder?.to === undefined || holder.to >= `${cycle}-12-31`).toBe(true)
      }
    }
  })

  test('ranks by composite: places from the top and from the bottom agree', () => {
    for (const { entries } of history.years) {
      for (const entry of entries) {
        expect(entry.place).toBe(1 + entries.filter(other => other.composite > entry.composite).length)
        expect(entry.place + entry.fromBottom).toBe(entries.length + 1)
      }
    }
  })
})

describe('a scheme of another shape', () => {
  const other = schemeOf('jiangnan-2024')
  const { roster, facts } = demoYear({ seed: SEED, units: 120, scheme: other })
  const scored = listResults(
    appraiseCycle(other, roster, facts, demoHistory({ seed: SEED, units: 120, scheme: other })),
  )

  test('gives a complete year: measures, multipliers, levels, lists and every veto', () => {
    expect(
      scored.flatMap(result => result.components.filter(component => component.missing !== undefined)),
    ).toEqual([])
    expect(new Set(facts.vetoes.map(veto => veto.veto)).size).toBe(other.vetoes.length)
    expect(facts.findings.some(finding => finding.multiplier !== undefined)).toBe(true)
    expect(facts.findings.some(finding => finding.level !== undefined)).toBe(true)
    expect(facts.findings.some(finding => other.lists.some(row => row.id === finding.row))).toBe(true)
    expect(new Set(facts.measures.map(value => value.measure)).size).toBe(other.measures.length)
  })

  test('has some void sheets, but most are valid', () => {
    const high = (grade: string | undefined) => grade === 'outstanding'
    const voided = facts.sheets.filter(sheet => sheet.marks.filter(mark => high(mark.grade)).length > 3)
    expect(voided.length).toBeGreaterThan(0)
    expect(voided.length).toBeLessThan(facts.sheets.length / 10)
  })
})

function schemeOf(id: string): Scheme {
  const read = (name: string): object =>
    parse(readFileSync(new URL(`../../schemes/${id}/${name}`, import.meta.url), 'utf8')) as object
  return schemeSchema.parse({ ...read('scheme.yaml'), ...read('rubric.yaml') }) as Scheme
}
