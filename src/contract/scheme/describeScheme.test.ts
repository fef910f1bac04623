import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type SchemeDocument, withAllLists } from './schemeDocument.ts'
import { indexNames } from './schemeNames.ts'
import { describeAnswer } from './topics.ts'
import { describeBounds } from './describeBounds.ts'
import { describeAnswerRule, describeConsequence, describeVeto } from './describeConsequence.ts'
import { describeConversion, describeMethod } from './methods.ts'
import { describeDay, describeMonthDay } from './describeMonthDay.ts'
import { describeRule } from './describeRule.ts'

function aDocument(name: string): SchemeDocument {
  const part = (file: string): object =>
    parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'schemes', name, file), 'utf8')) as object
  return withAllLists({ ...part('scheme.yaml'), ...part('rubric.yaml') } as SchemeDocument)
}

const xiangxi = aDocument('xiangxi-2018')
const jiangnan = aDocument('jiangnan-2024')

/** All that the desk tells of a scheme by itself. */
function allTold(document: SchemeDocument): readonly string[] {
  const names = indexNames(document)
  const rows = [...document.rubrics.flatMap(rubric => rubric.rows), ...document.lists]
  return [
    ...document.components.flatMap(({ methods, conversion }) => [
      ...methods.map(method => describeMethod(method, names)),
      ...(conversion === undefined ? [] : [describeConversion(conversion)]),
    ]),
    ...rows.flatMap(row => row.rules.map(rule => describeRule(rule, names, row.id))),
    ...document.consequences.map(rule => describeConsequence(rule, names)),
    ...document.vetoes.map(veto => describeVeto(veto.effect, names)),
    ...document.scope.answers.map(describeAnswerRule),
    ...document.rulings.map(({ topic, answer }) => describeAnswer(topic, answer, names)),
  ]
}

test('every part of a scheme is described in Chinese, without ids or empty figures', () => {
  for (const document of [xiangxi, jiangnan]) {
    const told = allTold(document)
    expect(told.length).toBeGreaterThan(40)
    expect(told.filter(text => /[a-z]{2}|undefined|NaN|“”/.test(text))).toEqual([])
  }
})

test('附件 四.4 each rule is described in one sentence', () => {
  const row = xiangxi.rubrics[0]!.rows.find(one => one.id === '四.4')!
  const told = row.rules.map(rule => describeRule(rule, indexNames(xiangxi), row.id))
  expect(told).toContainEqual(
    expect.stringMatching(/^每查出一项扣0.5分；次数取自台账“工委会议派人代会”；同一场次不与“.+”并用$/),
  )
  expect(told).toContain('每查出一项扣1分；按项还是按次依口径')
})

test('附件 三.3 one amount with three counters, each with its own periods', () => {
  const rule = xiangxi.rubrics[0]!.rows.find(one => one.id === '三.3')!.rules.find(
    one => one.form === 'perShortfall',
  )!
  expect(describeRule(rule, indexNames(xiangxi))).toContain(
    '“中心组学习”每季度应有1次，“周五集中学习”每月应有2次，“基层调研”每年应有5次，每少一次扣',
  )
})

test('rule forms used by other institutions', () => {
  const names = indexNames(jiangnan)
  const told = [...jiangnan.rubrics[0]!.rows, ...jiangnan.lists].flatMap(row =>
    row.rules.map(rule => describeRule(rule, names, row.id)),
  )
  expect(told.join('\n')).toMatch(/“年度任务完成率”低于/)
  expect(told.join('\n')).toMatch(/按“督办事项办结率”分段扣分：/)
  expect(told.join('\n')).toMatch(/有此情形本行不得分/)
})

test('R8 R12 answers with every possible field', () => {
  const answerTo = (topic: string): string => {
    const ruling = jiangnan.rulings.find(one => one.topic === topic)!
    return describeAnswer(ruling.topic, ruling.answer, indexNames(jiangnan))
  }
  expect(answerTo('ballotScale')).toBe(
    '按票种加权（A票60，B票40）；优秀100分，称职80分，基本称职60分，不称职40分，弃权不计；某票种没有票时其余票种按比例分担；多于5张时去掉最高、最低各1张；各项评价全部相同的作废；不低于90分的超过3个的作废',
  )
  expect(answerTo('overallGrades')).toContain('优秀：超过900、至多1000')
  expect(answerTo('overallGrades')).toContain('较好及以下不少于15%（有小数即进一）；优秀须履职核查满160分')
})

test('五（四） consequences over several years', () => {
  const names = indexNames(xiangxi)
  const told = xiangxi.consequences.map(rule => describeConsequence(rule, names))
  expect(told).toContain('倒数第1至3名，连续2年的考核对象：由分管州领导约谈（后续事项：约谈）')
  expect(told).toContain(
    '倒数第1至3名，连续3年以上的考核对象：提出组织调整建议（后续事项：提出组织调整建议）',
  )
  expect(told).toContain('倒数第1至3名的单位：绩效考核扣3分')
})

test('bounds and days', () => {
  expect([
    describeBounds({}),
    describeBounds({ from: 80, to: 90 }),
    describeBounds({ to: 60, toClosed: true }),
  ]).toEqual(['任何数值', '80以上、不满90', '至多60'])
  expect([describeDay('2018-12-09'), describeMonthDay('01-31'), describeDay('某日')]).toEqual([
    '2018年12月9日',
    '1月31日',
    '某日',
  ])
})
