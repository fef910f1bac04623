import { describe, expect, test } from 'vitest'
import type { RuleExplained } from '../../src/domain/score/inspection/ruleExplained.ts'
import type { LedgerItemExplained } from '../../src/domain/score/routine/scoreLedger.ts'
import type { LedgerCount } from '../../src/domain/year/facts/facts.ts'
import type { QuotaExplained } from '../../src/domain/explain/compositeKinds.ts'
import { describeExplanation } from '../../src/domain/explain/describeExplanation.ts'
import { annexScheme, type AYear, aYear, entry, issues, nodesOf, run, visited, withFacts } from './aYear.ts'

describe('三（二）1, R6, R17 the ledger of a lead unit', () => {
  const year = (
    countsIn: 'both' | 'ledger' | 'rubric',
    ledger: readonly LedgerCount[] = [entry('absent', 2), entry('deputy', 1), entry('lateReturn', 0)],
  ) =>
    withFacts(aYear(annexScheme, ['u'], { doubleCounting: { counters: ['absent'], countsIn } }), {
      visits: visited('u'),
      ledger,
    })
  const scores = (one: AYear) =>
    run(one)
      .components.columns.slice(0, 2)
      .map(column => column.points[0])

  test('counts in both places', () => {
    expect(scores(year('both'))).toEqual([97_500, 97_500])
  })
  test('once, in the ledger or in the annex; what is not shared counts where it was entered', () => {
    expect(scores(year('ledger'))).toEqual([97_500, 99_500])
    expect(scores(year('rubric'))).toEqual([99_500, 97_500])
  })

  test('each place names the other', () => {
    const items = nodesOf(run(year('both')), 'u', 'ledgerItem') as readonly LedgerItemExplained[]
    expect(
      items.map(item => [
        item.counter,
        item.count,
        item.points,
        item.alsoIn,
        item.rulings.map(note => note.id),
      ]),
    ).toEqual([
      ['absent', 2, -2000, '附件 四.4', ['R17']],
      ['deputy', 1, -500, undefined, []],
    ])
    expect(describeExplanation(items[0]!)).toBe(
      '工委会议缺会2次，每次扣1.00分，共扣2.00分（同一事项在附件 四.4也扣分）',
    )
    const rules = nodesOf(run(year('both')), 'u', 'perOccurrence') as readonly RuleExplained[]
    expect(rules.map(rule => [rule.rule.id, rule.alsoIn])).toEqual([
      ['absent', '三（二）1'],
      ['deputy', undefined],
    ])
    expect(describeExplanation(rules[0]!)).toContain('（同一事项在三（二）1也扣分）')
    expect(nodesOf(run(year('ledger')), 'u', 'ledgerItem').every(item => item.rulings.length === 0)).toBe(
      true,
    )
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
    const both = nodesOf(
      run({ ...member, scheme: annexScheme }),
      'u',
      'perOccurrence',
    ) as readonly RuleExplained[]
    expect(both.map(rule => rule.alsoIn)).toEqual([undefined])
  })

  test('never below zero, and missing if nothing was entered', () => {
    expect(scores(year('both', [entry('absent', 101)]))[0]).toBe(0)
    expect(scores(year('both', [entry('absent', 100), entry('deputy', 0)]))[0]).toBe(0)
    expect(issues(year('both', []), 'missingComponent').map(issue => issue.component)).toContain('routine')
    expect(scores(year('both', [entry('absent', 0)]))[0]).toBe(100_000)
  })

  test('sentences', () => {
    expect(nodesOf(run(year('both')), 'u', 'ledger').map(describeExplanation)).toEqual([
      '台账满分100.00分，共扣2.50分，得97.50分',
    ])
    expect(nodesOf(run(year('both', [entry('absent', 0)])), 'u', 'ledger').map(describeExplanation)).toEqual([
      '台账满分100.00分，未扣分，得100.00分',
    ])
  })
})

describe('三（二）1, R4, R5 grades by quota', () => {
  const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'].map(id => ({
    id,
    tier: 'member',
    leadUnit: 'lead',
  }))
  const graded = (grades: Readonly<Record<string, string>>) =>
    withFacts(aYear(annexScheme, ['lead', ...members]), {
      gradings: Object.entries(grades).map(([unit, grade]) => ({
        unit,
        component: 'routine',
        grade,
        reason: '例',
      })),
    })
  const within = { m1: 'good', m2: 'good', m3: 'fair', m4: 'fair', m5: 'fair', m6: 'fair', m7: 'ordinary' }

  test('7 units: 2, 4, 1, with the derivation', () => {
    const [proof] = nodesOf(run(graded(within)), 'm1', 'quota') as readonly QuotaExplained[]
    expect(describeExplanation(proof!)).toBe(
      '同组7个单位按比例定名额：“好”应占2.10个，名额2个，已评2个；“较好”应占3.50个，名额4个，已评4个；“一般”应占1.40个，名额1个，已评1个',
    )
    expect(proof!.rulings.map(note => note.id)).toEqual(['R4'])
    expect(nodesOf(run(graded(within)), 'm1', 'quotaGrading').map(describeExplanation)).toEqual([
      '日常等次评为“好”，计95.00分（理由：例）',
    ])
    expect(nodesOf(run(graded(within)), 'lead', 'quota')).toEqual([])
  })

  test('within the quota nothing is reported; beyond it the lead unit is named', () => {
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

  test('a grade that was not given, or has no value, is missing', () => {
    expect(run(graded({})).components.columns[0]!.missing[1]).toBe('notGraded')
    expect(run(graded({ m1: 'unheard-of' })).components.columns[0]!.missing[1]).toBe('notGraded')
    expect(run(graded(within)).components.columns[0]!.points[7]).toBe(75_000)
  })

  test('a group without a lead unit also has a name', () => {
    const loose = withFacts(aYear(annexScheme, [{ id: 'm', tier: 'member' }]), {
      gradings: [{ unit: 'm', component: 'routine', grade: 'good' }],
    })
    expect(
      run(loose)
        .issues.filter(issue => issue.kind === 'quotaExceeded')
        .map(issue => [issue.unit, issue.text]),
    ).toEqual([[undefined, '没有牵头单位或类别的单位所属1个单位，“好”及以上名额0个，已评1个，请调整']])
  })
})
