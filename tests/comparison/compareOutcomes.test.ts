import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemeSchema } from '../../src/contract/scheme/schemeSchema.ts'
import { demoHistory } from '../../src/demo/demoHistory.ts'
import { demoYear } from '../../src/demo/demoYear.ts'
import { appraiseCycle } from '../../src/domain/score/appraiseCycle.ts'
import { compareOutcomes, type Comparison } from '../../src/domain/compare/compareOutcomes.ts'
import { type Points, points } from '../../src/domain/kernel/points.ts'
import type { RulingAnswers, RulingTopic } from '../../src/domain/scheme/ruling.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'

const scheme = schemeOf('xiangxi-2018')
const demo = { seed: 2018, units: 120, scheme }
const { roster, facts } = demoYear(demo)
const history = demoHistory(demo)
const before = appraiseCycle(scheme, roster, facts, history)
const compare = (other: Scheme): Comparison =>
  compareOutcomes(before, appraiseCycle(other, roster, facts, history))

describe('a scheme compared with itself', () => {
  test('moves no unit', () => {
    expect(compare(scheme)).toEqual({ movements: [], stayed: 118, rulings: [], causes: [] })
  })

  test('moves no unit if only the wording of a ruling changed', () => {
    const reworded = {
      ...scheme,
      rulings: scheme.rulings.map(ruling => ({ ...ruling, text: `${ruling.text}。` })),
    }
    expect(compare(reworded).movements).toEqual([])
  })
})

describe('what moves a unit', () => {
  test('三（一）: weights, each with the score of the unit itself', () => {
    const compared = compare(weighted({ routine: 10, inspection: 60 }))
    const first = compared.movements[0]
    expect(first?.causes.map(cause => cause.key).sort()).toEqual(['weight inspection', 'weight routine'])
    expect(first?.causes.flatMap(cause => cause.why).sort()).toEqual([
      '权重由20.00%改为10.00%',
      '权重由50.00%改为60.00%',
    ])
    expect(first?.causes.reduce((sum, cause) => sum + cause.effect, 0)).toBeCloseTo(first?.points ?? 0, 3)
  })

  test('附件 一.2: a rule that costs more is named with its row', () => {
    const compared = compare(dearer('一.2', 'irregularStandards'))
    expect(new Set(compared.movements.flatMap(movement => movement.causes.map(cause => cause.key)))).toEqual(
      new Set(['row 一.2']),
    )
    const moved = compared.movements.filter(movement => movement.causes.length > 0)
    expect(moved.length).toBeGreaterThan(5)
    expect(moved.every(movement => movement.causes[0]?.why[0]?.includes('（规则有改动）'))).toBe(true)
    expect(compared.causes.map(cause => cause.why)).toEqual([
      ['规则“阵地、流程或台账有不规范之处，每处减1分”有改动'],
    ])
  })

  test('R20: rounding to one decimal is not by itself a cause', () => {
    const coarse = schemeOf('jiangnan-2024')
    const lighter = coarse.components.map(component => ({
      ...component,
      weight: (component.weight === 60_000 ? 50_000 : 25_000) as Points,
    }))
    const year = demoYear({ seed: 2018, units: 40, scheme: coarse })
    const outcomeOf = (other: Scheme) => appraiseCycle(other, year.roster, year.facts, { years: [] })
    const { causes } = compareOutcomes(outcomeOf(coarse), outcomeOf({ ...coarse, components: lighter }))
    expect(causes.map(cause => cause.key).sort()).toEqual(['weight duty', 'weight results', 'weight review'])
  })

  test('R5: grade points are shown with both answers; lead units keep their score', () => {
    const answer = { points: { good: points(100), fair: points(85), ordinary: points(70) } }
    const compared = compare(ruled('gradePoints', answer, '百、八五、七十'))
    expect(compared.rulings).toMatchObject([{ id: 'R5', to: '百、八五、七十' }])
    expect(compared.causes.map(cause => cause.key)).toEqual(['method routine'])
    const leads = compared.movements.filter(movement =>
      roster.units.some(unit => unit.id === movement.unit && unit.tier !== 'member'),
    )
    expect(leads.length).toBeGreaterThan(0)
    expect(
      leads.every(
        movement => movement.points === 0 && movement.notes.includes('得分未变，名次因其他单位变动'),
      ),
    ).toBe(true)
  })

  test('R9: ties across an edge that take the heavier band change only consequences', () => {
    const ties = scheme.rulings.find(ruling => ruling.topic === 'ties')?.answer as RulingAnswers['ties']
    const compared = compare(ruled('ties', { ...ties, acrossEdge: 'heavier' }, '跨档按较重一档'))
    expect(compared.movements.map(movement => movement.unit)).toEqual(['SF076', 'SF083'])
    expect(compared.movements[0]?.notes).toEqual(['新增：后4至6名绩效扣2分', '不再：后7至9名绩效扣1分'])
  })

  test('R12: other bounds change only the grade', () => {
    const grades = scheme.rulings.find(ruling => ruling.topic === 'overallGrades')
      ?.answer as RulingAnswers['overallGrades']
    const bands = grades.grades.map(band => ({
      ...band,
      from: (band.from === 90_000 ? 95_000 : band.from) as Points,
      to: (band.to === 90_000 ? 95_000 : band.to) as Points,
    }))
    const compared = compare(ruled('overallGrades', { ...grades, grades: bands }, '95分以上为好'))
    expect(compared.movements.length).toBeGreaterThan(10)
    expect(compared.movements.every(movement => movement.points === 0 && movement.causes.length === 0)).toBe(
      true,
    )
    expect(compared.movements[0]?.notes[0]).toBe('等次由“好”变为“较好”')
  })

  test('R1: combining rounds differently is shown for the component, not by row', () => {
    const compared = compare(ruled('combineRounds', 'meanOfRounds', '取各次平均'))
    expect(new Set(compared.movements.flatMap(movement => movement.causes.map(cause => cause.key)))).toEqual(
      new Set(['method inspection']),
    )
  })

  test('三（一）: effects sum to the difference, whatever changed', () => {
    const other = ruled(
      'rounding',
      { decimals: 1, half: 'even', roundComponents: true },
      '一位小数',
      dearer('四.4', 'lateReturn'),
    )
    for (const { points: moved, causes } of compare(other).movements) {
      expect(
        Math.abs(causes.reduce((sum, cause) => sum + cause.effect, 0) - (moved ?? 0)),
      ).toBeLessThanOrEqual(10)
    }
  })

  test('三（一）: a component that one of the schemes does not have', () => {
    const components = scheme.components.filter(component => component.id !== 'survey')
    const compared = compare({ ...scheme, components })
    expect(compared.causes[0]?.key).toBe('weight survey')
    expect(compared.movements).toHaveLength(118)
  })
})

test('the unit that moves farthest comes first, and units that did not move are counted', () => {
  const { movements, stayed } = compare(weighted({ survey: 20, debrief: 10 }))
  const distances = movements.map(movement => Math.abs(movement.places ?? 0))
  expect(distances).toEqual(distances.toSorted((one, other) => other - one))
  expect(movements.length + stayed).toBe(118)
})

function weighted(weights: Readonly<Record<string, number>>): Scheme {
  const components = scheme.components.map(component => ({
    ...component,
    weight: ((weights[component.id] ?? component.weight / 1000) * 1000) as Points,
  }))
  return { ...scheme, components }
}

function dearer(row: string, rule: string): Scheme {
  const rubrics = scheme.rubrics.map(rubric => ({
    ...rubric,
    rows: rubric.rows.map(each => ({
      ...each,
      rules: each.rules.map(one =>
        each.id === row && one.id === rule && one.form === 'perOccurrence'
          ? { ...one, points: (one.points * 2) as Points }
          : one,
      ),
    })),
  }))
  return { ...scheme, rubrics }
}

function ruled<T extends RulingTopic>(topic: T, answer: RulingAnswers[T], text: string, on = scheme): Scheme {
  const rulings = on.rulings.map(ruling =>
    ruling.topic === topic ? ({ ...ruling, answer, text } as typeof ruling) : ruling,
  )
  return { ...on, rulings }
}

function schemeOf(id: string): Scheme {
  const read = (name: string): object =>
    parse(readFileSync(new URL(`../../schemes/${id}/${name}`, import.meta.url), 'utf8')) as object
  return schemeSchema.parse({ ...read('scheme.yaml'), ...read('rubric.yaml') }) as Scheme
}
