import { expect, test } from 'vitest'
import type { FactRefusalValues } from '../../domain/kernel/factRefusals.ts'
import { factSentences } from './factSentences.ts'

/** For each code its values and a piece of the sentence that they must show. */
const samples: { readonly [C in keyof FactRefusalValues]: readonly [FactRefusalValues[C], string] } = {
  unknownTerm: [
    { what: 'grade', name: '优', known: '好（good）', nearest: 'good' },
    '没有“优”这个等次（是否指“good”）；可选的有：好（good）',
  ],
  unitRefused: [{ unit: 'lin' }, '“lin”'],
  notScoredThisWay: [{ unit: '甲', component: '日常管理', how: 'survey' }, '“日常管理”分项不按民意调查计分'],
  duplicate: [{ first: '第2行' }, '与第2行完全相同'],
  sameKeyTwice: [{ first: '第2行' }, '与第2行说的是同一件事'],
  reasonMissing: [{}, '没有写理由'],
  countNegative: [{ count: -1 }, '（-1）'],
  countFractional: [{ count: 1.5 }, '不能是 1.5'],
  quarterOutsideYear: [{ quarter: 5 }, '没有第“5”季度'],
  quarterNotOfDay: [{ quarter: 1, day: '2018-04-01' }, '日期 2018-04-01 不在第一季度'],
  periodOutsideCycle: [{ period: '2019-Q1', cycle: 2018 }, '“2019-Q1”不在2018'],
  dayOutsideCycle: [{ day: '2017-12-31', cycle: 2018 }, '2017-12-31 不在2018'],
  daysReversed: [{ from: '2018-05-01', to: '2018-04-30' }, '2018-05-01 晚于终止日 2018-04-30'],
  ruleOfOtherRow: [{ row: '四.3', rule: 'absent' }, '“absent”不是“四.3”行的'],
  ruleAmbiguous: [{ rule: 'noPlan', known: '一.2 noPlan、四.1 noPlan' }, '一.2 noPlan、四.1 noPlan'],
  rowNotForUnit: [{ row: '四.4', unit: '甲' }, '“甲”不按“四.4”'],
  rowNotForTier: [
    { row: '六（四）', unit: '甲', tier: '所属单位', allowed: '牵头单位' },
    '“六（四）”行只适用于牵头单位，“甲”是所属单位',
  ],
  ruleTakesMeasure: [{ rule: '完成率', measure: '年度任务完成率' }, '按指标“年度任务完成率”计算'],
  amountMissing: [{ rule: '视情' }, '请填评定分值'],
  amountNotTaken: [{ rule: '缺会' }, '“缺会”的分值是定死的'],
  amountOutside: [{ amount: '6.00', least: '0.50', most: '5.00' }, '6.00 超出允许的幅度 0.50 至 5.00'],
  amountOffStep: [{ amount: '1.25', step: '0.50' }, '每档 0.50 分'],
  levelMissing: [{ rule: '差错', known: '重（grave）' }, '可选的有：重（grave）'],
  levelTwice: [{ rule: '定档', first: '第 3 行' }, '“定档”只能评定一档，第 3 行已经评过'],
  levelNotTaken: [{ rule: '缺会' }, '不分档'],
  multiplierNotTaken: [{ rule: '缺会' }, '没有加倍或减半'],
  counterNotOfRule: [{ counter: '迟报', rule: '缺会' }, '“迟报”与规则“缺会”无关'],
  personsNotTaken: [{ rule: '缺会' }, '不按人次计算'],
  countBesidePersons: [{ count: 2, persons: 1, occasions: 1 }, '另填的次数 2 与此不符'],
  personsMissing: [{}, '没有填人数'],
  exclusiveRules: [
    { rule: '代会', other: '缺会', occasion: '三月会', first: '第2行' },
    '“三月会”已在第2行按“缺会”扣分',
  ],
  noLeadUnit: [{ unit: '甲' }, '“甲”没有牵头单位'],
  gradedByItself: [{ unit: '甲' }, '“甲”不能给自己'],
  gradedByOther: [{ by: '乙', lead: '丙' }, '由牵头单位“丙”评定，“乙”不是'],
  answersMissing: [{}, '份数'],
  countEmpty: [{}, '没有一张票'],
  classCountedTwice: [{ voterClass: '甲票', first: '第2行' }, '“甲票”对这个单位的计票结果已在第2行'],
  ballotsBesideCount: [{ unit: '甲', first: '第2行' }, '再记测评票就重复'],
  ballotEmpty: [{}, '没有评价任何单位'],
  ballotRefused: [{ ballot: '7', row: '第9行' }, '“7”中第9行没有通过'],
  markTwice: [{ unit: '甲' }, '“甲”评价了两次'],
  markMissing: [{}, '没有打分也没有评等'],
  markBoth: [{}, '既打了分又评了等'],
  markWrongKind: [{ wants: 'points' }, '请改填分数'],
  markOutside: [{ points: '101.00', full: '100.00' }, '101.00 不在 0 到满分 100.00'],
  measureOutside: [{ value: '101.00', least: '0.00' }, '（0.00 至 不限）'],
  moreFailedThanSat: [{ failed: 6, sat: 5 }, '不合格人数 6 多于参加人数 5'],
  pointsOutside: [{ points: '101.00', most: '100.00' }, '101.00 不在 0 到 100.00'],
  placeOutside: [{ place: 9, of: 5 }, '名次 9 不在 1 到 5'],
  decisionFieldMissing: [{ field: '分项', kind: '分项得分' }, '“分项得分”要写明“分项”'],
  decisionFieldNotTaken: [{ field: '得分', kind: '倒数名次' }, '“倒数名次”用不到“得分”'],
  unitIdTwice: [{ id: 'lin', first: '第2行' }, '“lin”已在第2行用过'],
  unitNameTwice: [{ name: '甲', first: '第2行' }, '“甲”已在第2行用过'],
  unitNameIsId: [{ name: 'lin', first: '第2行' }, '与第2行的单位编号相同'],
  leadMissing: [{ tier: '所属单位' }, '层级“所属单位”'],
  leadUnknown: [{ lead: 'lim', nearest: 'lin' }, '“lim”（是否指“lin”）'],
  leadItself: [{ unit: '甲' }, '“甲”不能是自己的牵头单位'],
  leadIsMember: [{ lead: '甲', leadOfLead: '乙' }, '“甲”自己又归“乙”牵头'],
  leadCycle: [{ units: '甲 → 乙 → 甲' }, '甲 → 乙 → 甲'],
  postHeldTwice: [
    { post: '党组织书记', other: '赵示安', first: '第2行', day: '2018-06-30' },
    '在 2018-06-30 已由“赵示安”担任（第2行）',
  ],
  personNameDiffers: [{ person: 'p1', name: '赵示安', first: '第2行' }, '“p1”在第2行的姓名是“赵示安”'],
  personNeedsId: [{ name: '赵示安', first: '第2行' }, '“赵示安”在第2行'],
  postNobody: [{ unit: '甲' }, '“甲”没有任何任职记录'],
  pastYearNotEarlier: [{ year: 2018, cycle: 2018 }, '年度 2018 不早于考核年度 2018'],
  historyRowUnknown: [{ row: '九.9' }, '“九.9”'],
}

test.each(Object.keys(samples) as (keyof FactRefusalValues)[])('%s says its values', code => {
  const [values, shown] = samples[code] as readonly [never, string]
  const sentence = factSentences[code](values)
  expect(sentence).toContain(shown)
  expect(sentence).not.toMatch(/undefined|\[object|NaN/)
})

test('a refusal says when a list has nothing to choose from', () => {
  expect(factSentences.unknownTerm({ what: 'measure', name: 'x', known: '' })).toContain(
    '方案没有列出任何指标',
  )
  expect(factSentences.markWrongKind({ wants: 'grades' })).toContain('请改填等次')
})
