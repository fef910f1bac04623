import { describe, expect, test } from 'vitest'
import type { Finding, LedgerCount } from '../../src/domain/cycle/facts.ts'
import { explainUnit } from '../../src/domain/explainUnit.ts'
import type { QuotaExplained } from '../../src/domain/explanation/compositeKinds.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { findResult, listResults } from '../../src/domain/listResults.ts'
import type { LedgerItemExplained } from '../../src/domain/assessment/routine/scoreLedger.ts'
import type { RuleExplained } from '../../src/domain/assessment/inspection/rules/ruleForm.ts'
import { tellExplanation } from '../../src/domain/tellExplanation.ts'
import { annexScheme, type AYear, aYear, decidedScores, nodesOf, run, withFacts } from './aYear.ts'

const visited = (unit: string) => [1, 2, 3, 4].map(quarter => ({ unit, quarter: quarter as 1 }))
const found = (row: string, rule: string, count = 1, more: Partial<Finding> = {}): Finding => ({ unit: 'u', row, rule, count, ...more })
const entry = (counter: string, count: number): LedgerCount => ({ unit: 'u', counter, period: '2018-05', count })
const issues = (year: AYear, kind: string) => listResults(run(year)).flatMap(result => result.issues.filter(issue => issue.kind === kind))
const notes = (year: AYear, kind: string) => nodesOf(run(year), 'u', kind).map(node => node.rulings.map(note => note.id))
const small = { smallCohort: { kind: 'count', minimum: 1, below: 'apply' } } as const

describe('三（二）1, R6, R17 a lead unit’s ledger', () => {
  const year = (
    countsIn: 'both' | 'ledger' | 'rubric',
    ledger: readonly LedgerCount[] = [entry('absent', 2), entry('deputy', 1), entry('lateReturn', 0)],
  ) => withFacts(aYear(annexScheme, ['u'], { doubleCounting: { counters: ['absent'], countsIn } }), { visits: visited('u'), ledger })
  const scores = (one: AYear) =>
    run(one)
      .components.columns.slice(0, 2)
      .map(column => column.points[0])

  test('in both places', () => {
    expect(scores(year('both'))).toEqual([97_500, 97_500])
  })
  test('once, in the ledger or in the annex; what is not shared counts where it is written', () => {
    expect(scores(year('ledger'))).toEqual([97_500, 99_500])
    expect(scores(year('rubric'))).toEqual([99_500, 97_500])
  })

  test('each place names the other', () => {
    const items = nodesOf(run(year('both')), 'u', 'ledgerItem') as readonly LedgerItemExplained[]
    expect(items.map(item => [item.counter, item.count, item.points, item.alsoIn, item.rulings.map(note => note.id)])).toEqual([
      ['absent', 2, -2000, '附件 四.4', ['R17']],
      ['deputy', 1, -500, undefined, []],
    ])
    expect(tellExplanation(items[0]!)).toBe('工委会议缺会2次，每次扣1.00分，共扣2.00分（同一事项在附件 四.4也扣分）')
    const rules = nodesOf(run(year('both')), 'u', 'perOccurrence') as readonly RuleExplained[]
    expect(rules.map(rule => [rule.rule.id, rule.alsoIn])).toEqual([
      ['absent', '三（二）1'],
      ['deputy', undefined],
    ])
    expect(tellExplanation(rules[0]!)).toContain('（同一事项在三（二）1也扣分）')
    expect(nodesOf(run(year('ledger')), 'u', 'ledgerItem').every(item => item.rulings.length === 0)).toBe(true)
  })

  test('a member unit has no second place', () => {
    const member = withFacts(
      aYear(annexScheme, ['lead', { id: 'u', tier: 'member', leadUnit: 'lead' }], {
        doubleCounting: { counters: ['absent'], countsIn: 'ledger' },
      }),
      {
        visits: visited('u'),
        ledger: [entry('absent', 2)],
      },
    )
    expect(run(member).components.columns[1]!.points[1]).toBe(98_000)
    const both = nodesOf(run({ ...member, scheme: annexScheme }), 'u', 'perOccurrence') as readonly RuleExplained[]
    expect(both.map(rule => rule.alsoIn)).toEqual([undefined])
  })

  test('never below zero, and missing when nothing at all was entered', () => {
    expect(scores(year('both', [entry('absent', 101)]))[0]).toBe(0)
    expect(scores(year('both', [entry('absent', 100), entry('deputy', 0)]))[0]).toBe(0)
    expect(issues(year('both', []), 'missingComponent').map(issue => issue.component)).toContain('routine')
    expect(scores(year('both', [entry('absent', 0)]))[0]).toBe(100_000)
  })

  test('sentences', () => {
    expect(nodesOf(run(year('both')), 'u', 'ledger').map(tellExplanation)).toEqual(['台账满分100.00分，共扣2.50分，得97.50分'])
    expect(nodesOf(run(year('both', [entry('absent', 0)])), 'u', 'ledger').map(tellExplanation)).toEqual([
      '台账满分100.00分，未扣分，得100.00分',
    ])
  })
})

describe('三（二）1, R4, R5 grades by quota', () => {
  const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'].map(id => ({ id, tier: 'member', leadUnit: 'lead' }))
  const graded = (grades: Readonly<Record<string, string>>) =>
    withFacts(aYear(annexScheme, ['lead', ...members]), {
      gradings: Object.entries(grades).map(([unit, grade]) => ({ unit, component: 'routine', grade, reason: '例' })),
    })
  const within = { m1: 'good', m2: 'good', m3: 'fair', m4: 'fair', m5: 'fair', m6: 'fair', m7: 'ordinary' }

  test('7 units: 2, 4, 1, shown as a proof', () => {
    const [proof] = nodesOf(run(graded(within)), 'm1', 'quota') as readonly QuotaExplained[]
    expect(tellExplanation(proof!)).toBe(
      '同组7个单位按比例定名额：“好”应占2.10个，名额2个，已评2个；“较好”应占3.50个，名额4个，已评4个；“一般”应占1.40个，名额1个，已评1个',
    )
    expect(proof!.rulings.map(note => note.id)).toEqual(['R4'])
    expect(nodesOf(run(graded(within)), 'm1', 'quotaGrading').map(tellExplanation)).toEqual(['日常等次评为“好”，计95.00分（理由：例）'])
    expect(nodesOf(run(graded(within)), 'lead', 'quota')).toEqual([])
  })

  test('within the places nothing is said, beyond them the lead unit is told', () => {
    const exceeded = (grades: Readonly<Record<string, string>>) =>
      run(graded(grades)).issues.filter(issue => issue.kind === 'quotaExceeded')
    expect(exceeded(within)).toEqual([])
    expect(exceeded({ ...within, m2: 'fair', m3: 'ordinary' })).toEqual([])
    expect(exceeded({ ...within, m3: 'good' }).map(issue => [issue.unit, issue.text])).toEqual([
      ['lead', '单位lead所属7个单位，“好”及以上名额2个，已评3个，请调整'],
    ])
    expect(exceeded({ ...within, m7: 'fair' }).map(issue => issue.text)).toEqual([
      '单位lead所属7个单位，“较好”及以上名额6个，已评7个，请调整',
    ])
  })

  test('a grade that was not given, or that is worth nothing, is missing', () => {
    expect(run(graded({})).components.columns[0]!.missing[1]).toBe('notGraded')
    expect(run(graded({ m1: 'unheard-of' })).components.columns[0]!.missing[1]).toBe('notGraded')
    expect(run(graded(within)).components.columns[0]!.points[7]).toBe(75_000)
  })
})

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

  test('lost last year too', () => {
    const entryThen = { unit: 'u', person: 'x', composite: points(80), place: 1, fromBottom: 1, grade: 'fair', rowsLost: ['三.1', '八.1'] }
    const history = {
      years: [
        { cycle: annexScheme.cycle - 1, entries: [entryThen] },
        { cycle: annexScheme.cycle - 2, entries: [{ ...entryThen, rowsLost: ['一.1'] }] },
      ],
    }
    const again = listResults(run({ ...lost, history }))[0]!.issues.filter(issue => issue.kind === 'rowLostAgain')
    expect(again.map(issue => [issue.row, issue.text])).toEqual([['三.1', '三项学习内容：失2.00分，上年度也有失分']])
  })

  test('findings and ledger that disagree', () => {
    const year = withFacts(lost, { ledger: [entry('lateReturn', 3)] })
    expect(issues(year, 'ledgerDisagrees').map(issue => [issue.row, issue.text])).toEqual([
      ['四.4', '“材料报表报迟，一次减1分”核查认定1次，台账（迟报）推算3次，按多的一方计，请核对'],
    ])
  })

  test('not inspected: no rows', () => {
    expect(issues(aYear(annexScheme, ['u']), 'rowLost')).toEqual([])
  })

  test('nobody to answer', () => {
    const year = aYear(annexScheme, ['u'])
    expect(issues(year, 'noAppraisee')).toEqual([])
    expect(issues({ ...year, roster: { ...year.roster, holders: [] } }, 'noAppraisee').map(issue => issue.unit)).toEqual(['u'])
  })

  test('R22 a lead unit’s findings without its visit, where they would count', () => {
    const lead = (
      use: 'informs' | 'weighted',
      visits: readonly { unit: string; quarter: 1; by: 'leadUnit' }[],
      findings: readonly Finding[],
    ) =>
      issues(
        withFacts(aYear(annexScheme, ['u'], { leadInspections: use === 'informs' ? { use } : { use, percent: points(20) } }), {
          visits,
          findings,
        }),
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
  const year = (composite: number) => decidedScores(aYear(annexScheme, ['u'], small), { u: Array(4).fill(composite) })
  const proposed = (composite: number, annualGrade = 'excellent') =>
    withFacts(year(composite), { annualGrades: [{ unit: 'u', annualGrade }] })

  test('R16 ten percent of the composite, rounded', () => {
    expect(run(year(88.35)).consequences.conversions[0]).toEqual([{ target: 'unitPerformance', points: 8840 }])
    expect(nodesOf(run(year(88.35)), 'u', 'conversion').map(tellExplanation)).toEqual(['折算计入“五个文明绩效考核”8.84分'])
  })

  test('优秀 needs 好', () => {
    expect(run(proposed(90)).consequences.annualGrades[0]).toEqual({ annualGrade: 'excellent', allowed: true, citation: '五（四）' })
    expect(run(proposed(89.99)).consequences.annualGrades[0]!.allowed).toBe(false)
    expect(issues(proposed(89.99), 'annualGradeRefused').map(issue => issue.text)).toEqual([
      '单位u拟评“优秀”，但综合评价等次达不到要求，不能评定',
    ])
    expect(issues(proposed(90), 'annualGradeRefused')).toEqual([])
    expect(run(proposed(90, 'other')).consequences.annualGrades[0]).toBeUndefined()
    expect(
      run(withFacts(aYear(annexScheme, ['u']), { annualGrades: [{ unit: 'u', annualGrade: 'excellent' }] })).consequences.annualGrades[0]!
        .allowed,
    ).toBe(false)
  })

  test('consequences of the last places, with the ruling on years where one is asked', () => {
    const history = {
      years: [
        {
          cycle: annexScheme.cycle - 1,
          entries: [{ unit: 'u', person: 'p-u', composite: points(1), place: 1, fromBottom: 1, grade: 'poor' }],
        },
        { cycle: annexScheme.cycle - 2, entries: [] },
      ],
    }
    const nodes = nodesOf(run({ ...year(50), history }), 'u', 'consequence')
    expect(nodes.map(tellExplanation)).toEqual([
      '后3名绩效扣3分，绩效考核扣3.00分',
      '列为下年重点督查，下一年度执行',
      '连续两年约谈（2017年、2018年连续）',
    ])
    expect(nodes.map(node => node.rulings.map(note => note.id))).toEqual([[], [], ['R13']])
  })
})

describe('what a place and a result lean on', () => {
  test('R10 always, R9 in a tie or where one was broken, R11 where bands are not certain', () => {
    const two = (scores: readonly number[], other: readonly number[], answers = {}) =>
      decidedScores(aYear(annexScheme, ['u', 'v'], { ...small, ...answers }), { u: scores, v: other })
    expect(notes(two([90, 90, 90, 90], [80, 80, 80, 80]), 'standing')).toEqual([['R10']])
    expect(notes(two([90, 90, 90, 90], [90, 90, 90, 90]), 'standing')).toEqual([['R10', 'R9']])
    expect(notes(two([90, 80, 90, 90], [65, 90, 90, 90]), 'standing')).toEqual([['R10', 'R9']])
    expect(
      notes(two([90, 90, 90, 90], [80, 80, 80, 80], { smallCohort: { kind: 'count', minimum: 9, below: 'committee' } }), 'standing'),
    ).toEqual([['R10', 'R11']])
  })

  test('sentences of places', () => {
    const told = (year: AYear) => nodesOf(run(year), 'u', 'standing').map(tellExplanation)[0]
    const two = (other: readonly number[], answers = {}) =>
      decidedScores(aYear(annexScheme, ['u', 'v'], { ...small, ...answers }), { u: [90, 80, 90, 90], v: other })
    expect(told(two([10, 10, 10, 10]))).toBe('在“全部考核对象”2个考核对象中列第1名，倒数第2名')
    expect(told(two([90, 80, 90, 90]))).toBe('在“全部考核对象”2个考核对象中列第1名，倒数第2名，与1个单位并列')
    expect(told(two([65, 90, 90, 90]))).toContain('综合得分相同，以“实地核查”得分分先后')
    expect(told(two([10, 10, 10, 10], { smallCohort: { kind: 'count', minimum: 9, below: 'committee' } }))).toContain(
      '名次段是否适用待考核组织者决定',
    )
    expect(
      told(withFacts(two([90, 80, 90, 90]), { decisions: [{ kind: 'fromBottom', unit: 'u', place: 1, by: '工委', reason: '例' }] })),
    ).toContain('倒数第1名，与1个单位并列，倒数名次由考核组织者决定')
  })

  test('a unit that is not appraised has neither result nor explanation', () => {
    const outcome = run(aYear(annexScheme, [{ id: 'u', level: '乡科级' }, 'v']))
    expect([explainUnit(outcome, 'u'), findResult(outcome, 'u'), listResults(outcome).length]).toEqual([undefined, undefined, 1])
    expect(explainUnit(outcome, 'v')!.kind).toBe('result')
  })

  test('a decided component says who and why', () => {
    expect(nodesOf(run(decidedScores(aYear(annexScheme, ['u']), { u: [90, 80, 90, 90] })), 'u', 'decided').map(tellExplanation)[1]).toBe(
      '工委决定计80.00分，理由：例',
    )
  })
})
