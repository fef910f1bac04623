import { INSPECTORS } from '../../domain/year/facts/commonFaults.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { periodsOf, printPeriod, printQuarter } from '../../domain/kernel/calendar.ts'
import { formOf, levelsOf, type Rule } from '../../domain/scheme/forms/ruleForms.ts'
import { type FactsColumn, type FactsSheet, termColumn, unitColumn } from './factsColumn.ts'
import { findableRules, rowsOfScheme, ruleLabel } from './ruleLabel.ts'

const QUARTERS = [1, 2, 3, 4].map(printQuarter)

const inspectorColumn = termColumn(
  '核查者',
  'by',
  'inspector',
  INSPECTORS,
  '考核组织者或牵头单位；空着按考核组织者',
  false,
)

function quarterColumn(required: boolean): FactsColumn {
  return {
    header: '季度',
    field: 'quarter',
    kind: 'quarter',
    required,
    note: '第几季度：1、一季度、第一季度或 Q1',
    options: QUARTERS,
  }
}

/** Describes the sheet of inspection visits (核查场次). (三（二）2) */
export function visitSheet(_scheme: Scheme): FactsSheet {
  return {
    name: '核查场次',
    list: 'visits',
    about: '一行一次实地核查。去过但没有发现问题的单位也要填，否则视为没有核查。',
    columns: [
      unitColumn(),
      quarterColumn(true),
      inspectorColumn,
      { header: '核查日期', field: 'heldOn', kind: 'day', note: '如 2018-12-21 或 2018年12月21日' },
    ],
  }
}

/** Describes the sheet of findings (核查情况). (三（二）2, 附件) */
export function findingSheet(scheme: Scheme): FactsSheet {
  const rules = findableRules(scheme)
  const some = (test: (rule: Rule) => boolean): boolean => rules.some(({ rule }) => test(rule))
  const levels = rules.flatMap(({ rule }) => levelsOf(rule) ?? [])
  const multipliers = rules.flatMap(({ rule }) => rule.multipliers ?? [])
  const names = (terms: readonly { readonly name: string }[]): readonly string[] => [
    ...new Set(terms.map(term => term.name)),
  ]
  const optional: readonly (FactsColumn | false)[] = [
    some(rule => formOf(rule).bounds !== undefined) && {
      header: '评定分值',
      field: 'amount',
      kind: 'decimal',
      note: '只有视情扣分、幅度扣分的规则才填，填扣多少分（正数）',
    },
    levels.length > 0 && {
      header: '分档',
      field: 'level',
      kind: 'level',
      note: '分档计分的规则填哪一档；先选规则，下拉列表只列这条规则的各档',
      options: names(levels),
      byRule: new Map(
        rules.flatMap(({ row, rule }) => {
          const own = levelsOf(rule) ?? []
          return own.length === 0 ? [] : [[ruleLabel(row, rule), names(own)]]
        }),
      ),
    },
    some(rule => formOf(rule).byPersons === true) && {
      header: '人数',
      field: 'persons',
      kind: 'count',
      note: '按人次扣分时可填人数；空着就按“次数”算',
    },
    some(rule => formOf(rule).byPersons === true) && {
      header: '每人次数',
      field: 'occasions',
      kind: 'count',
      note: '按人次扣分时，与人数相乘',
    },
    some(rule => rule.counter !== undefined || 'requires' in rule) && {
      ...termColumn(
        '台账计数项',
        'counter',
        'counter',
        scheme.counters,
        '一条规则管几个计数项时，写明是哪一个',
        false,
      ),
    },
    multipliers.length > 0 && {
      header: '倍数',
      field: 'multiplier',
      kind: 'multiplier',
      note: '加倍或减半的情形',
      options: names(multipliers),
    },
  ]
  return {
    name: '核查情况',
    list: 'findings',
    about:
      '一行一条核查发现的情况。“规则”从下拉列表中选（如“四.4 缺会”），选了规则，“行”可以空着。一次性扣分的规则次数填 1。',
    columns: [
      unitColumn(),
      {
        header: '行',
        field: 'row',
        kind: 'row',
        note: '评分细则的行，如 四.4 或 附件 四.4；规则里已写明的可空着',
        options: rowsOfScheme(scheme).map(row => row.id),
      },
      {
        header: '规则',
        field: 'rule',
        kind: 'rule',
        required: true,
        note: '从下拉列表中选；也可写规则编号或文字，此时要填“行”',
        options: rules.map(({ row, rule }) => ruleLabel(row, rule)),
        width: 36,
      },
      {
        header: '次数',
        field: 'count',
        kind: 'count',
        required: true,
        note: '次数、项数或人次，从 1 起的整数',
      },
      quarterColumn(false),
      inspectorColumn,
      { header: '发现日期', field: 'foundOn', kind: 'day', note: '如 2018-12-21 或 2018年12月21日' },
      { header: '说明', field: 'note', kind: 'text', note: '情况说明；视情扣分的必须写理由', width: 36 },
      ...optional.filter(column => column !== false),
      { header: '项目', field: 'project', kind: 'text', note: '同一项目就高加分时，写同一个项目名' },
      {
        header: '场次',
        field: 'occasion',
        kind: 'text',
        note: '同一次会议写同一个名称，用来防止同一场次重复扣分',
      },
      { header: '核查人', field: 'author', kind: 'text', note: '谁核查的' },
      { header: '印证资料', field: 'evidence', kind: 'text', note: '资料名称或存放处', width: 20 },
    ],
  }
}

/** Describes the ledger sheet (台账). (四（一）) */
export function ledgerSheet(scheme: Scheme): FactsSheet {
  const periods = (['year', 'quarter', 'month'] as const).flatMap(grain =>
    periodsOf(scheme.cycle, grain).map(printPeriod),
  )
  return {
    name: '台账',
    list: 'ledger',
    about:
      '一行是一个单位一个计数项在一个期间的次数，同一期间只填一行。一个计数项只要填过，没填的期间就按 0 次算。',
    columns: [
      unitColumn(),
      termColumn('计数项', 'counter', 'counter', scheme.counters, '数什么，从下拉列表中选'),
      {
        header: '期间',
        field: 'period',
        kind: 'period',
        required: true,
        note: '如 2018年、2018年第三季度、2018年9月、9月',
        options: periods,
        width: 16,
      },
      { header: '次数', field: 'count', kind: 'count', required: true, note: '从 0 起的整数' },
    ],
  }
}

/** Describes the sheet of measures (指标). */
export function measureSheet(scheme: Scheme): FactsSheet {
  const units = scheme.measures.map(measure => `${measure.name}的单位是${measure.unit}`).join('；')
  return {
    name: '指标',
    list: 'measures',
    about: `一行是一个单位的一个指标，每个指标只填一行。${units}。`,
    columns: [
      unitColumn(),
      termColumn('指标', 'measure', 'measure', scheme.measures, '哪个指标，从下拉列表中选'),
      {
        header: '数值',
        field: 'value',
        kind: 'percentable',
        required: true,
        note: '按指标的单位填数字，最多三位小数；百分数填 95 或 95% 都可以',
      },
    ],
  }
}

/** Describes the sheet of knowledge tests (知识测试). (四（二）) */
export function knowledgeTestSheet(_scheme: Scheme): FactsSheet {
  return {
    name: '知识测试',
    list: 'knowledgeTests',
    about: '一行是一个单位的一次基本知识测试。',
    optional: true,
    columns: [
      unitColumn(),
      quarterColumn(false),
      { header: '参加人数', field: 'sat', kind: 'count', required: true, note: '参加测试的人数' },
      {
        header: '不合格人数',
        field: 'failed',
        kind: 'count',
        required: true,
        note: '不合格的人数，不多于参加人数',
      },
    ],
  }
}
