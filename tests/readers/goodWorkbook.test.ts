import { expect, test } from 'vitest'
import type { CellPlan } from '../../src/files/xlsx/sheetPlan.ts'
import { factsRows } from '../../src/files/facts/factsRows.ts'
import { factsSheets } from '../../src/files/facts/factsSheets.ts'
import { points } from '../../src/domain/kernel/points.ts'
import { aUnit, jiangnan, jiangnanRoster, roster, xiangxi } from './aYear.ts'
import { changed, noticesOf, readWorkbook, refusals, type Rows } from './aWorkbook.ts'

const absent = { 单位: 'miao', 行: '四.4', 规则: 'absent', 次数: 1 }

async function findings(rows: Rows): ReturnType<typeof readWorkbook> {
  return readWorkbook({ sheets: { 核查情况: rows } })
}

async function oneFinding(row: Readonly<Record<string, CellPlan>>): Promise<unknown> {
  const reading = await findings([{ ...absent, ...row }])
  expect(refusals(reading)).toEqual([])
  return reading.facts.findings[0]
}

const date = { format: 'yyyy-mm-dd' }

test('units by name or id, rows with and without 附件, rules by id, text or label, quarters and days in every usual notation', async () => {
  const wanted = { unit: 'miao', row: '四.4', rule: 'absent', count: 1 }
  expect(await oneFinding({})).toEqual(wanted)
  expect(await oneFinding({ 单位: ' 示范州种苗站 ' })).toEqual(wanted)
  for (const row of ['附件 四.4', '附件四．4', '四.４', ' 四.4'])
    expect(await oneFinding({ 行: row })).toEqual(wanted)
  const label = '四.4 absent 工委会议缺席，一次减1分'
  expect(await oneFinding({ 规则: label })).toEqual(wanted)
  expect(await oneFinding({ 行: null, 规则: label })).toEqual(wanted)
  expect(await oneFinding({ 规则: '工委会议缺席，一次减1分' })).toEqual(wanted)
  expect(await oneFinding({ 行: null, 规则: '工委会议缺席，一次减1分' })).toEqual(wanted)
  for (const quarter of [3, '3', '第3季度', '三季度', '第三季度', 'Q3', 'q3', '３'])
    expect(await oneFinding({ 季度: quarter })).toEqual({ ...wanted, quarter: 3 })
  const days: readonly CellPlan[] = [
    '2018-12-21',
    '2018/12/21',
    '2018.12.21',
    '2018年12月21日',
    '２０１８年12月21日',
    '2018-12-21 09:30',
    { value: 43455, style: date },
  ]
  for (const day of days)
    expect(await oneFinding({ 发现日期: day })).toEqual({ ...wanted, foundOn: '2018-12-21' })
  expect(await oneFinding({ 发现日期: '2018-9-1' })).toEqual({ ...wanted, foundOn: '2018-09-01' })
  expect(await oneFinding({ 核查者: '牵头单位' })).toEqual({ ...wanted, by: 'leadUnit' })
  expect(await oneFinding({ 核查者: 'committee', 说明: ' 两行\n文字 ', 印证资料: 12 })).toEqual({
    ...wanted,
    by: 'committee',
    note: '两行\n文字',
    evidence: '12',
  })
})

test('full-width digits and texts are read as numbers, with a notice; formulas by their last value', async () => {
  const reading = await findings([
    { ...absent, 次数: '３' },
    { ...absent, 次数: ' 2 ', 季度: 1 },
    { ...absent, 次数: '4', 季度: 2 },
    { ...absent, 次数: { value: 5, formula: '2+3' }, 季度: 3 },
  ])
  expect(refusals(reading)).toEqual([])
  expect(reading.facts.findings.map(finding => finding.count)).toEqual([3, 2, 4, 5])
  expect(noticesOf(reading)).toEqual([
    '“核查情况”表第2行“次数”列（D2） tookFullWidth 1',
    '“核查情况”表第3行“次数”列（D3） tookTextNumber 2',
    '“核查情况”表第5行“次数”列（D5） tookFormula 1',
  ])
})

test('periods: years, quarters and months, with or without the year; a date counts as its month, with a notice', async () => {
  const periods: readonly (readonly [CellPlan, string])[] = [
    [2018, '2018'],
    ['2018年度', '2018'],
    ['全年', '2018'],
    ['2018-Q3', '2018-Q3'],
    ['2018年第三季度', '2018-Q3'],
    ['二季度', '2018-Q2'],
    ['第1季度', '2018-Q1'],
    ['Q4', '2018-Q4'],
    ['2018-09', '2018-09'],
    ['2018年9月', '2018-09'],
    ['2018/10', '2018-10'],
    ['１２月', '2018-12'],
    [{ value: 43132, style: { format: 'yyyy-mm' } }, '2018-02'],
  ]
  const counters = xiangxi.counters.map(counter => counter.name)
  const rows = periods.map(([period], at) => ({ 单位: 'miao', 计数项: counters[at]!, 期间: period, 次数: 0 }))
  const reading = await readWorkbook({ sheets: { 台账: rows } })
  expect(refusals(reading)).toEqual([])
  expect(reading.facts.ledger.map(entry => entry.period)).toEqual(periods.map(([, period]) => period))
  expect(noticesOf(reading)).toEqual(['“台账”表第14行“期间”列（C14） tookPeriodOfDate 1'])
})

test('a unit may name its lead and list merged units, and yes and no may be written in many ways', async () => {
  const unit = {
    编号: 'x',
    名称: '示范州新站',
    类别: '机关',
    级别: '正处级',
    层级: '所属单位',
    牵头单位: '示范州林业局',
    并入单位: '示范州草原站、lao',
    归口管理: true,
    上级领导兼任: 'N',
  }
  const lin = {
    编号: 'lin',
    名称: '示范州林业局',
    类别: '机关',
    级别: '正处级',
    层级: 'lead',
    归口管理: 1,
    上级领导兼任: '否',
    成立日期: '2018年1月1日',
  }
  const cao = { ...unit, 编号: 'cao', 名称: '示范州草原站', 并入单位: null, 归口管理: '√', 上级领导兼任: '×' }
  const reading = await readWorkbook({ sheets: { 单位名册: [unit, lin, cao], 任职: [] } })
  expect(refusals(reading)).toEqual([])
  expect(reading.roster.units).toEqual([
    aUnit('x', '示范州新站', { kind: '机关', succeeds: ['cao', 'lao'] }),
    {
      id: 'lin',
      name: '示范州林业局',
      kind: '机关',
      level: '正处级',
      tier: 'lead',
      affiliated: true,
      headedByLeader: false,
      opensOn: '2018-01-01',
    },
    aUnit('cao', '示范州草原站', { kind: '机关' }),
  ])
  expect(noticesOf(reading)).toEqual(['“单位名册”表第2行 postNobody 3'])
})

test('a person without an id is identified by name', async () => {
  const holder = { 单位: '示范州林业局', 姓名: '赵示安', 职务: '党组织书记', 任职起: '2018-01-01' }
  const reading = await readWorkbook({ sheets: { 任职: [holder] } })
  expect(reading.roster.holders).toEqual([
    { unit: 'lin', person: '赵示安', name: '赵示安', post: '党组织书记', from: '2018-01-01' },
  ])
})

test('marks with the same session, class and number make one ballot, in whichever rows they are', async () => {
  const mark = (ballot: CellPlan, unit: string, value: number): Rows[number] => ({
    场次: '系统会',
    票号: ballot,
    票种: '党务干部',
    单位: unit,
    分数: value,
  })
  const reading = await readWorkbook({
    sheets: { 测评票: [mark(1, 'miao', 90), mark('2', 'miao', 80.5), mark('1', '示范州草原站', 70)] },
  })
  const head = { component: 'debrief', session: '系统会', voterClass: 'partyAffairsOfficer' }
  expect(refusals(reading)).toEqual([])
  expect(reading.facts.sheets).toEqual([
    {
      ...head,
      marks: [
        { unit: 'miao', points: points(90) },
        { unit: 'cao', points: points(70) },
      ],
    },
    { ...head, marks: [{ unit: 'miao', points: points(80.5) }] },
  ])
  expect(reading.rows).toEqual({ in: 13, accepted: 13, refused: 0 })
})

test('ballot counts: one row per unit and class, marks with how often each occurs; written out and read back the same', async () => {
  const row = (classes: string, marks: string, more: object = {}) => ({
    场次: '系统会',
    单位: 'miao',
    票种: classes,
    评价: marks,
    废票: 1,
    弃权: 0,
    ...more,
  })
  const reading = await readWorkbook({
    sheets: {
      计票结果: [
        row('党务干部、党员代表', '95×3、88.5', { 另行召开: '是' }),
        row('两代表一委员', '88.12345'),
      ],
    },
  })
  expect(refusals(reading)).toEqual(['“计票结果”表第3行“评价”列（D3） cellWrongKind'])
  expect(reading.facts.ballotCounts).toEqual([
    {
      component: 'debrief',
      session: '系统会',
      unit: 'miao',
      voterClasses: ['partyAffairsOfficer', 'memberRepresentative'],
      marks: [95, 95, 95, 88.5].map(points),
      voided: 1,
      abstained: 0,
      elsewhere: true,
    },
  ])
  const { roster, facts } = reading
  const layout = factsSheets(xiangxi).find(one => one.list === 'ballotCounts')!
  expect(factsRows(layout, { roster, facts }, xiangxi)).toEqual([
    ['系统会', '示范州种苗站', '党务干部、党员代表', '95×3、88.5', 1, 0, '是'],
  ])
})

test('surveys, gradings, tests, decisions and proposals', async () => {
  const reading = await readWorkbook({
    sheets: {
      民意调查: [{ 单位: 'miao', 人群: '党员', 满意: 12, 不了解: 0 }],
      日常管理等次: [{ 单位: 'miao', 等次: '较好', 评定单位: '示范州林业局', 理由: '台账齐' }],
      知识测试: [{ 单位: 'miao', 季度: 'Q2', 参加人数: 6, 不合格人数: 1 }],
      决定: [
        { 决定事项: '分项得分', 单位: 'miao', 分项: '民意调查', 得分: 80, 决定者: '委员会', 理由: '答卷少' },
        { 决定事项: '名次段是否适用', 排名榜: '全体', 是否适用: '是', 决定者: '委员会', 理由: '人数够' },
        { 决定事项: '倒数名次', 单位: 'cao', 倒数第几: 2, 决定者: '委员会', 理由: '并列' },
      ],
      年度考核建议: [{ 单位: 'miao', 建议等次: '优秀' }],
    },
  })
  expect(refusals(reading)).toEqual([])
  expect(reading.facts).toMatchObject({
    surveys: [
      { unit: 'miao', component: 'survey', group: 'members', answers: { satisfied: 12, dontKnow: 0 } },
    ],
    gradings: [{ unit: 'miao', component: 'routine', grade: 'fair', by: 'lin', reason: '台账齐' }],
    knowledgeTests: [{ unit: 'miao', quarter: 2, sat: 6, failed: 1 }],
    decisions: [
      {
        kind: 'componentScore',
        unit: 'miao',
        component: 'survey',
        points: points(80),
        by: '委员会',
        reason: '答卷少',
      },
      { kind: 'bandsApply', ranking: 'all', apply: true, by: '委员会', reason: '人数够' },
      { kind: 'fromBottom', unit: 'cao', place: 2, by: '委员会', reason: '并列' },
    ],
    annualGrades: [{ unit: 'miao', annualGrade: 'excellent' }],
  })
})

test('another scheme: levels, multipliers, measures as percentages, vetoes, ballots in grades', async () => {
  const finding = { 单位: '虚构a局', 次数: 1 }
  const reading = await readWorkbook({
    scheme: jiangnan,
    roster: jiangnanRoster,
    sheets: {
      核查情况: [
        { ...finding, 规则: '二.2 mistake 差错按轻重减分', 分档: '重' },
        { ...finding, 行: '附件 二.1', 规则: 'trainingMissed', 人数: 2, 每人次数: 3, 倍数: '负责人加倍' },
        { ...finding, 行: '一.2', 规则: 'behindSchedule', 评定分值: 1.5, 说明: '滞后' },
      ],
      指标: [
        { 单位: 'a', 指标: '年度任务完成率', 数值: { value: 0.955, style: { format: '0.0%' } } },
        { 单位: 'a', 指标: 'closed', 数值: '９８％' },
        { 单位: 'a', 指标: '产出指数', 数值: 1200.125 },
      ],
      否决事项: [{ 单位: 'b', 事项: '弄虚作假', 事由: '查实' }],
      测评票: [{ 场次: '会', 票号: 1, 票种: 'A票', 单位: 'a', 等次: '称职' }],
    },
  })
  expect(refusals(reading)).toEqual([])
  expect(reading.facts.findings).toEqual([
    { unit: 'a', row: '二.2', rule: 'mistake', count: 1, level: 'grave' },
    {
      unit: 'a',
      row: '二.1',
      rule: 'trainingMissed',
      count: 1,
      persons: 2,
      occasions: 3,
      multiplier: 'head',
    },
    { unit: 'a', row: '一.2', rule: 'behindSchedule', count: 1, amount: points(1.5), note: '滞后' },
  ])
  expect(reading.facts.measures.map(measure => measure.value)).toEqual([
    points(95.5),
    points(98),
    points(1200.125),
  ])
  expect(noticesOf(reading).filter(notice => notice.includes('tookPercent'))).toEqual([
    '“指标”表第2行“数值”列（C2） tookPercent 2',
  ])
  expect(reading.facts.sheets[0]?.marks).toEqual([{ unit: 'a', grade: 'competent' }])
  expect(reading.facts.vetoes).toEqual([{ unit: 'b', veto: 'fraud', reason: '查实' }])
})

test('headings in another order or with spaces, and additional columns and sheets, are accepted with a notice', async () => {
  const reading = await readWorkbook({
    change: sheets => [
      ...changed('核查情况', sheet => ({
        ...sheet,
        rows: [
          ['审核', ' 次 数 ', '规则', '单位'],
          ['已核', 2, '四.4 absent 工委会议缺席，一次减1分', '示范州种苗站', '多写的'],
        ],
      }))(sheets),
      { name: '草稿', columns: [], rows: [['随便']] },
    ],
  })
  expect(refusals(reading)).toEqual([])
  expect(reading.facts.findings).toEqual([{ unit: 'miao', row: '四.4', rule: 'absent', count: 2 }])
  expect(noticesOf(reading)).toEqual([
    '“草稿”表 passedSheet 1',
    '“核查情况”表第2行“审核”列（A2） passedColumn 1',
    '“核查情况”表第2行“E”列（E2） passedColumn 1',
  ])
})

test('blank rows, rows of spaces and distant formatting do not count as rows', async () => {
  const reading = await readWorkbook({
    change: changed('核查情况', sheet => ({
      ...sheet,
      rows: [sheet.rows[0]!, [], [' ', '　'], [{ style: { format: '0' } }], Object.values(absent)],
    })),
  })
  expect(refusals(reading)).toEqual([])
  expect(reading.facts.findings).toHaveLength(1)
  expect(reading.rows.in).toBe(roster.units.length + roster.holders.length + 1)
})

test('the year is in the guide; without it the year of the scheme is used, with a notice', async () => {
  const reading = await readWorkbook({ change: sheets => sheets.slice(1) })
  expect(refusals(reading)).toEqual([])
  expect(noticesOf(reading)).toEqual(['“填表说明”表 cycleAssumed 1'])
  const other = await readWorkbook({
    change: changed('填表说明', sheet => ({ ...sheet, rows: [['考核年度', '2017年']] })),
  })
  expect(refusals(other)).toEqual(['“填表说明”表 cycleMismatch'])
  expect(other.rows).toEqual({ in: 0, accepted: 0, refused: 0 })
})
