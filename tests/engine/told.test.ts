import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/year/facts/facts.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { findResult, listResults } from '../../src/domain/score/listResults.ts'
import { describeExplanation } from '../../src/domain/explain/describeExplanation.ts'
import {
  annexScheme,
  type AYear,
  aYear,
  decidedScores,
  entry,
  issues,
  nodesOf,
  run,
  visited,
  withFacts,
} from './aYear.ts'

const found = (row: string, rule: string, count = 1, more: Partial<Finding> = {}): Finding => ({
  unit: 'u',
  row,
  rule,
  count,
  ...more,
})
const notes = (year: AYear, kind: string) =>
  nodesOf(run(year), 'u', kind).map(node => node.rulings.map(note => note.id))
const small = { smallCohort: { kind: 'count', minimum: 1, below: 'apply' } } as const

describe('五（二）, 六（一） issues of a unit', () => {
  const lost = withFacts(aYear(annexScheme, ['u']), {
    visits: visited('u'),
    findings: [
      found('四.4', 'lateReturn'),
      found('三.1', 'subjectNotStudied'),
      found('一.1', 'noPlan'),
      found('二.1', 'upholdingLapse', 2),
      found('一.2', 'demonstrationSite'),
    ],
  })

  test('rows lost, heaviest first, then in the order of the annex', () => {
    const listed = findResult(run(lost), 'u')!.issues.filter(issue => issue.row !== undefined)
    expect(listed.map(issue => [issue.kind, issue.row, issue.lost])).toEqual([
      ['rowLost', '二.1', 6000],
      ['rowLost', '三.1', 2000],
      ['rowLost', '一.1', 1000],
      ['rowLost', '四.4', 1000],
    ])
    expect(listed[0]!.text).toBe('两个维护：失6.00分')
  })

  test('rows also lost last year', () => {
    const entryThen = {
      unit: 'u',
      person: 'x',
      composite: points(80),
      place: 1,
      fromBottom: 1,
      grade: 'fair',
      rowsLost: ['三.1', '八.1'],
    }
    const history = {
      years: [
        { cycle: annexScheme.cycle - 1, entries: [entryThen] },
        { cycle: annexScheme.cycle - 2, entries: [{ ...entryThen, rowsLost: ['一.1'] }] },
      ],
    }
    const again = listResults(run({ ...lost, history }))[0]!.issues.filter(
      issue => issue.kind === 'rowLostAgain',
    )
    expect(again.map(issue => [issue.row, issue.text])).toEqual([
      ['三.1', '三项学习内容：失2.00分，上年度也有失分'],
    ])
  })

  test('findings and ledger that differ', () => {
    const year = withFacts(lost, { ledger: [entry('lateReturn', 3)] })
    expect(issues(year, 'ledgerDisagrees').map(issue => [issue.row, issue.text])).toEqual([
      ['四.4', '“材料报表报迟，一次减1分”核查认定1次，台账（迟报）推算3次，按多的一方计，请核对'],
    ])
  })

  test('a row that a bonus restores to full has lost nothing', () => {
    const year = withFacts(lost, { findings: [found('一.2', 'irregularStandards', 5)] })
    expect(findResult(run(year), 'u')!.issues.some(issue => issue.row === '一.2')).toBe(false)
  })

  test('a unit not inspected has no lost rows', () => {
    expect(issues(aYear(annexScheme, ['u']), 'rowLost')).toEqual([])
  })

  test('nobody holds the post', () => {
    const year = aYear(annexScheme, ['u'])
    expect(issues(year, 'noAppraisee')).toEqual([])
    expect(
      issues({ ...year, roster: { ...year.roster, holders: [] } }, 'noAppraisee').map(issue => issue.unit),
    ).toEqual(['u'])
  })

  test('R22 findings of a lead unit without its visit, where they would count', () => {
    const lead = (
      use: 'informs' | 'weighted',
      visits: readonly { unit: string; quarter: 1; by: 'leadUnit' }[],
      findings: readonly Finding[],
    ) =>
      issues(
        withFacts(
          aYear(annexScheme, ['u'], {
            leadInspections: use === 'informs' ? { use } : { use, percent: points(20) },
          }),
          {
            visits,
            findings,
          },
        ),
        'leadVisitMissing',
      ).length
    const own = [found('一.1', 'noPlan', 1, { by: 'leadUnit' })]
    expect([
      lead('weighted', [], own),
      lead('informs', [], own),
      lead('weighted', [{ unit: 'u', quarter: 1, by: 'leadUnit' }], own),
      lead('weighted', [], [found('一.1', 'noPlan')]),
    ]).toEqual([1, 0, 0, 0])
  })
})

describe('五（三）（四） conversions and annual grades', () => {
  const year = (composite: number) =>
    decidedScores(aYear(annexScheme, ['u'], small), { u: Array(4).fill(composite) })
  const proposed = (composite: number, annualGrade = 'excellent') =>
    withFacts(year(composite), { annualGrades: [{ unit: 'u', annualGrade }] })

  test('R16 ten percent of the composite, rounded', () => {
    expect(run(year(88.35)).consequences.conversions[0]).toEqual([
      { target: 'unitPerformance', points: 8840 },
    ])
    expect(nodesOf(run(year(88.35)), 'u', 'conversion').map(describeExplanation)).toEqual([
      '折算计入“五个文明绩效考核”8.84分',
    ])
  })

  test('优秀 requires 好', () => {
    expect(run(proposed(90)).consequences.annualGrades[0]).toEqual({
      annualGrade: 'excellent',
      allowed: true,
      citation: '五（四）',
    })
    expect(run(proposed(89.99)).consequences.annualGrades[0]!.allowed).toBe(false)
    expect(issues(proposed(89.99), 'annualGradeRefused').map(issue => issue.text)).toEqual([
      '单位u拟评“优秀”，但综合评价等次达不到要求，不能评定',
    ])
    expect(issues(proposed(90), 'annualGradeRefused')).toEqual([])
    expect(run(proposed(90, 'other')).consequences.annualGrades[0]).toBeUndefined()
    expect(
      run(withFacts(aYear(annexScheme, ['u']), { annualGrades: [{ unit: 'u', annualGrade: 'excellent' }] }))
        .consequences.annualGrades[0]!.allowed,
    ).toBe(false)
  })

  test('consequences of the last places, with the ruling on years if one is needed', () => {
    const history = {
      years: [
        {
          cycle: annexScheme.cycle - 1,
          entries: [
            { unit: 'u', person: 'p-u', composite: points(1), place: 1, fromBottom: 1, grade: 'poor' },
          ],
        },
        { cycle: annexScheme.cycle - 2, entries: [] },
      ],
    }
    const nodes = nodesOf(run({ ...year(50), history }), 'u', 'consequence')
    expect(nodes.map(describeExplanation)).toEqual([
      '后3名绩效扣3分，绩效考核扣3.00分',
      '列为下年重点督查，下一年度执行',
      '连续两年约谈（2017年、2018年连续）',
    ])
    expect(nodes.map(node => node.rulings.map(note => note.id))).toEqual([[], [], ['R13']])
  })
})

describe('R13 is shown where consecutive years follow the person', () => {
  test.each([
    ['appraisee', { from: 1 }, [['R13']]],
    ['unit', { from: 1 }, [[]]],
    ['appraisee', undefined, [[]]],
  ] as const)('on the %s, years %j', (on, years, wanted) => {
    const when = { by: 'fromBottom', from: 1, to: 3 } as const
    const rule = {
      id: 'x',
      name: 'x',
      citation: '五（四）',
      when,
      on,
      effect: { kind: 'measure', measure: 'x', nextYear: false },
      ...(years && { years }),
    } as const
    const year = decidedScores(aYear({ ...annexScheme, consequences: [rule] }, ['u'], small), {
      u: [1, 1, 1, 1],
    })
    expect(notes(year, 'consequence')).toEqual(wanted)
  })
})

describe('a ruling is shown once on each path of the tree', () => {
  test('on the method, not on the component', () => {
    const year = withFacts(aYear(annexScheme, ['u', { id: 'm', tier: 'member', leadUnit: 'u' }]), {
      visits: [...visited('u'), ...visited('m')],
      ledger: [entry('absent', 0)],
      gradings: [{ unit: 'm', component: 'routine', grade: 'good' }],
    })
    const shown = (unit: string, kind: string) =>
      nodesOf(run(year), unit, kind).map(node => node.rulings.map(note => note.id))
    expect([shown('u', 'component').slice(0, 2), shown('u', 'ledger'), shown('u', 'inspection')]).toEqual([
      [[], []],
      [['R6']],
      [['R1']],
    ])
    expect([shown('m', 'component')[0], shown('m', 'quotaGrading'), shown('m', 'quota')]).toEqual([
      [],
      [['R5']],
      [['R4']],
    ])
    expect(shown('u', 'component').slice(2)).toEqual([['R19'], ['R19']])
  })

  test('rows outside the rubric appear only if something was found', () => {
    const year = withFacts(
      decidedScores(aYear(annexScheme, ['u', 'v']), { u: [90, 90, 90, 90], v: [90, 90, 90, 90] }),
      {
        findings: [{ unit: 'v', row: '六（四）', rule: 'leadDutyFormalism', count: 1, amount: points(1.5) }],
      },
    )
    const rows = (unit: string) =>
      nodesOf(run(year), unit, 'row')
        .filter(node => node.citation === '六（四）')
        .map(node => node.points)
    expect([rows('u'), rows('v'), [...run(year).composites.points]]).toEqual([[], [-1500], [90_000, 88_500]])
    expect(nodesOf(run(year), 'v', 'composite')[0]!.citation).toBe('三（一）')
    expect(nodesOf(run(year), 'v', 'rounding')[0]!.citation).toBe('三（一）')
  })
})

describe('the rulings on which a place and a result depend', () => {
  test('R10 always; R9 in a tie, also one that was broken; R11 where it is uncertain whether bands apply', () => {
    const two = (scores: readonly number[], other: readonly number[], answers = {}) =>
      decidedScores(aYear(annexScheme, ['u', 'v'], { ...small, ...answers }), { u: scores, v: other })
    expect(notes(two([90, 90, 90, 90], [80, 80, 80, 80]), 'standing')).toEqual([['R10']])
    expect(notes(two([90, 90, 90, 90], [90, 90, 90, 90]), 'standing')).toEqual([['R10', 'R9']])
    expect(notes(two([90, 80, 90, 90], [65, 90, 90, 90]), 'standing')).toEqual([['R10', 'R9']])
    expect(
      notes(
        two([90, 90, 90, 90], [80, 80, 80, 80], {
          smallCohort: { kind: 'count', minimum: 9, below: 'committee' },
        }),
        'standing',
      ),
    ).toEqual([['R10', 'R11']])
  })

  test('sentences for places', () => {
    const told = (year: AYear) => nodesOf(run(year), 'u', 'standing').map(describeExplanation)[0]
    const two = (other: readonly number[], answers = {}) =>
      decidedScores(aYear(annexScheme, ['u', 'v'], { ...small, ...answers }), {
        u: [90, 80, 90, 90],
        v: other,
      })
    expect(told(two([10, 10, 10, 10]))).toBe('在“全部考核对象”2个考核对象中列第1名，倒数第2名')
    expect(told(two([90, 80, 90, 90]))).toBe('在“全部考核对象”2个考核对象中列第1名，倒数第2名，与1个单位并列')
    expect(told(two([65, 90, 90, 90]))).toContain('综合得分相同，以“实地核查”得分分先后')
    expect(
      told(two([10, 10, 10, 10], { smallCohort: { kind: 'count', minimum: 9, below: 'committee' } })),
    ).toContain('名次段是否适用待考核组织者决定')
    expect(
      told(
        withFacts(two([90, 80, 90, 90]), {
          decisions: [{ kind: 'fromBottom', unit: 'u', place: 1, by: '工委', reason: '例' }],
        }),
      ),
    ).toContain('倒数第1名，与1个单位并列，倒数名次由考核组织者决定')
  })

  test('a unit that is not appraised has neither a result nor an explanation', () => {
    const outcome = run(aYear(annexScheme, [{ id: 'u', level: '乡科级' }, 'v']))
    expect([explainUnit(outcome, 'u'), findResult(outcome, 'u'), listResults(outcome).length]).toEqual([
      undefined,
      undefined,
      1,
    ])
    expect(explainUnit(outcome, 'v')!.kind).toBe('result')
  })

  test('a decided component shows who decided it and why', () => {
    expect(
      nodesOf(run(decidedScores(aYear(annexScheme, ['u']), { u: [90, 80, 90, 90] })), 'u', 'decided').map(
        describeExplanation,
      )[1],
    ).toBe('工委决定计80.00分，理由：例')
  })
})
