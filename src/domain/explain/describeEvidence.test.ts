import { expect, test } from 'vitest'
import { jiangnan, xiangxi } from '../../../tests/readers/aYear.ts'
import { type RuleExplained, ruleSaid } from '../score/inspection/ruleExplained.ts'
import type { Finding } from '../year/facts/facts.ts'
import { bareNode } from './bareNode.ts'
import { points } from '../kernel/points.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { describeEvidence } from './describeEvidence.ts'

function nodeOf(
  scheme: Scheme,
  row: string,
  rule: string,
  evidence: Partial<Pick<RuleExplained, 'ledger'>> & { findings?: Partial<Finding>[] },
) {
  const rows = [...scheme.rubrics.flatMap(rubric => rubric.rows), ...scheme.lists]
  const found = rows.find(one => one.id === row)!.rules.find(one => one.id === rule)!
  const findings = (evidence.findings ?? []).map(finding => ({ unit: '甲', row, rule, count: 1, ...finding }))
  return {
    ...bareNode(found.form, '附件', points(0)),
    rule: found,
    count: 1,
    ledger: [],
    ...evidence,
    findings,
  }
}

test('附件 三.3: the ledger is described one line a counter, by name, with the year only once', () => {
  const entry = (counter: string, period: string, count: number) => ({ unit: '甲', counter, period, count })
  const ledger = [
    entry('fieldResearch', '2018', 3),
    entry('fridayStudy', '2018-01', 2),
    entry('fridayStudy', '2018-02', 0),
  ]
  expect(describeEvidence(nodeOf(xiangxi, '三.3', 'studyAndResearch', { ledger }), xiangxi)).toEqual([
    '台账（基层调研）：2018年3次',
    '台账（周五集中学习）：2018年1月2次、2月0次',
  ])
})

test('a finding is described with the names of its level, multiplier and counter', () => {
  const graded = describeEvidence(
    nodeOf(jiangnan, '二.2', 'mistake', { findings: [{ level: 'grave', quarter: 2 }] }),
    jiangnan,
  )
  expect(graded).toEqual(['核查情况：第二季度，1项（次），档次“重”'])
  const halved = describeEvidence(
    nodeOf(jiangnan, '二.1', 'trainingMissed', { findings: [{ multiplier: 'onLeave', persons: 2 }] }),
    jiangnan,
  )
  expect(halved).toEqual(['核查情况：2人×1次，事先请假减半'])
  const counted = describeEvidence(
    nodeOf(xiangxi, '三.3', 'studyAndResearch', { findings: [{ counter: 'fridayStudy', count: 2 }] }),
    xiangxi,
  )
  expect(counted).toEqual(['核查情况：周五集中学习，2项（次）'])
})

test('就高: the sentence names the project and what was dropped; the evidence names the project', () => {
  const node = nodeOf(jiangnan, '三（一）', 'award', {
    findings: [
      { level: 'municipal', project: '文明单位' },
      { level: 'national', project: '文明单位' },
      { level: 'provincial', project: '先进支部' },
    ],
  })
  expect(ruleSaid({ ...node, points: points(5) } as RuleExplained)).toBe(
    '加5.00分（就高：项目“文明单位”取国家级3.00分，市级1.00分不计）',
  )
  expect(describeEvidence(node, jiangnan)[0]).toBe('核查情况：1项（次），项目“文明单位”，档次“市级”')
  const alone = nodeOf(jiangnan, '三（一）', 'award', { findings: [{ level: 'national' }] })
  expect(ruleSaid({ ...alone, points: points(3) } as RuleExplained)).toBe('加3.00分')
})

test('附件 二.2: an amount is described with its reason, its evidence and who found it', () => {
  const finding = {
    by: 'leadUnit',
    author: '甲组',
    foundOn: '2018-09-12',
    amount: points(1.5),
    note: '理由',
    evidence: '照片',
  } as const
  expect(
    describeEvidence(nodeOf(xiangxi, '二.2', 'publicOpinion', { findings: [finding] }), xiangxi),
  ).toEqual(['核查情况：2018年9月12日，牵头单位核查，核查人甲组，1项（次），酌定1.50分，理由，印证：照片'])
})
