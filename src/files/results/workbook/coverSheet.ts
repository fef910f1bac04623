import { methodWords } from '../../../contract/scheme/methods.ts'
import type { ResultsFile } from '../../../contract/results/resultsSchema.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import type { Ruling } from '../../../domain/scheme/ruling.ts'
import type { RichCellPlan } from '../../xlsx/sheetPlan.ts'
import type { SheetStream } from '../../xlsx/stream/sheetStream.ts'
import type { BookContext } from './bookContext.ts'
import { SHEET_ORDER } from './table.ts'
import { linesIn } from './textWidth.ts'

/** The notes of the results workbook: what the first sheet says about the origin of the figures. */
export interface WorkbookNotes {
  /** engine version. */
  readonly engine: string
  /** date of computation, also the date in the file's properties; never taken from the clock. */
  readonly asOf: Day
  /** of `buildResultsDocument`. */
  readonly hashes: ResultsFile['hashes']
  /** number of refused entries of the facts. */
  readonly refused?: number
  /** the seal (封存) of these results, with the root of the audit trail at that moment. */
  readonly seal?: ResultsFile['seal']
}

const WIDTHS = [14, 44, 16, 48, 30] as const

/** Writes the cover sheet: purpose, scheme and notice, hashes, how to recompute, components, rankings, and every ruling (口径) with its state. */
export function writeCoverSheet(context: BookContext, notes: WorkbookNotes): void {
  const { workbook, styles, names } = context
  const sheet = workbook.open({
    name: names.kept('说明'),
    columns: WIDTHS.map(width => ({ width })),
    order: SHEET_ORDER.cover,
    portrait: true,
  })
  sheet.add([{ value: `${context.outcome.scheme.title}：结果`, style: styles.title }], 26)
  sheet.add([])
  for (const [label, text] of factsAbout(context, notes)) addWide(sheet, context, label, text)
  addTable(sheet, context, '分项', ['条款', '分项', '权重（%）', '计分方式', '满分'], componentRows(context))
  addTable(sheet, context, '排名', ['榜号', '排名榜', '考核对象', '名次段', '参加排名'], rankingRows(context))
  addTable(sheet, context, '口径', ['编号', '问题', '条款', '答复', '状态'], rulingRows(context))
}

function factsAbout(
  { outcome, mode, noted }: BookContext,
  { engine, asOf, hashes, refused = 0, seal }: WorkbookNotes,
): readonly (readonly [string, string])[] {
  const { scheme } = outcome
  const { notice } = scheme
  return [
    [
      '这是什么',
      '一个考核年度的计算结果。各表中的得分、等次、名次、扣分是活的公式，改动“核查扣分”等表中录入的数，结果随之改变；没有公式的数是录入的事实，或由人决定。',
    ],
    [
      '考核方案',
      `${scheme.title}（${scheme.id}），${scheme.institution}，${scheme.cycle}年度，总分${toDecimal(scheme.base)}分`,
    ],
    [
      '依据',
      `${notice.number}《${notice.title}》，${printDay(notice.issuedOn)}，${notice.issuers.join('、')}`,
    ],
    ['计算', `衡评 ${engine}，${printDay(asOf)}`],
    ...(refused > 0 ? [['注意', `事实中有${refused}条被拒收，没有计入，本结果不完整`] as const] : []),
    [
      '怎样复算',
      '与本工作簿同时写出的结果文件（JSON）带有全部输入：运行 hengping verify 结果.json，逐项重算并核对。用表格软件重算本工作簿，各数也应不变。',
    ],
    ['怎样看', howToRead(mode, noted)],
    ['方案校验值', hashes.scheme],
    ['事实校验值', hashes.facts],
    ['历年校验值', hashes.history],
    ['结果校验值', hashes.results],
    ...(seal === undefined ? [] : sealLines(seal)),
  ]
}

function sealLines({
  number,
  at,
  by,
  state,
  trail,
}: NonNullable<ResultsFile['seal']>): readonly (readonly [string, string])[] {
  const [day, time] = [at.slice(0, 10), at.slice(11, 16)]
  const stands =
    { sealed: '待审定', approved: '已审定', returned: '已退回', superseded: '已由更正代替' }[state] ?? state
  return [
    ['封存', `第${number}次，${printDay(day)} ${time}（协调世界时），${by}，${stands}`],
    ['留痕根', `${trail.root}（留痕第${trail.seq}行）`],
  ]
}

function howToRead(mode: BookContext['mode'], noted: boolean): string {
  const figures = noted
    ? '表头和数值的批注写有条款和口径'
    : '表头的批注写有条款和口径；单位较多，数值的来历见“解释”表'
  const sorting =
    mode === 'lookup'
      ? '有筛选按钮的表可以筛选、排序'
      : '单位较多，各表之间直接引用单元格：没有筛选按钮的表请勿排序'
  return `${figures}。${sorting}。各表“序号”相同的是同一个单位，按名次先后编排。`
}

function componentRows({ outcome: { scheme } }: BookContext): readonly (readonly StreamValue[])[] {
  return scheme.components.map(({ citation, name, weight, base, methods }) => [
    citation,
    name,
    toDecimal(weight),
    [...new Set(methods.map(method => methodWords[method.kind].short))].join('、'),
    toDecimal(base),
  ])
}

const BANDS = { yes: '适用', no: '考核组织者决定不适用', undecided: '对象较少，待考核组织者决定' } as const

function rankingRows({ outcome, groups }: BookContext): readonly (readonly StreamValue[])[] {
  return groups.map(({ number, id, name, first, last }) => {
    const ranking = outcome.ranking.rankings.get(id)
    return [
      number,
      name,
      last - first + 1,
      ranking === undefined ? '' : BANDS[ranking.bandsApply],
      ranking?.order.length ?? 0,
    ]
  })
}

function rulingRows({ outcome: { scheme } }: BookContext): readonly (readonly StreamValue[])[] {
  return scheme.rulings.map(ruling => [
    ruling.id,
    ruling.question,
    ruling.citation,
    ruling.text,
    stateOf(ruling),
  ])
}

function stateOf({ state, settledBy, settledOn }: Ruling): string {
  const by = [settledBy, settledOn === undefined ? undefined : printDay(settledOn)]
    .filter(part => part !== undefined)
    .join('，')
  return {
    stated: '文件已明确',
    settled: `已确定${by === '' ? '' : `（${by}）`}`,
    assumed: '暂按默认，尚未确认',
    open: '尚无答案',
  }[state]
}

type StreamValue = string | number

function addWide(sheet: SheetStream, { styles }: BookContext, label: string, text: string): void {
  const room = WIDTHS.slice(1).reduce((sum, width) => sum + width, 0)
  const filler = WIDTHS.slice(2).map((): RichCellPlan => ({ style: styles.wrapped }))
  const row = sheet.add(
    [{ value: label, style: styles.label }, { value: text, style: styles.wrapped }, ...filler],
    15 * linesIn(text, room) + 5,
  )
  sheet.merge(`B${row}:E${row}`)
}

function addTable(
  sheet: SheetStream,
  { styles }: BookContext,
  title: string,
  heads: readonly string[],
  rows: readonly (readonly StreamValue[])[],
): void {
  sheet.add([])
  sheet.add([{ value: title, style: styles.title }], 22)
  sheet.add(
    heads.map(value => ({ value, style: styles.head })),
    20,
  )
  for (const row of rows) {
    const lines = Math.max(...row.map((value, at) => linesIn(String(value), WIDTHS[at]!)))
    const style = (value: StreamValue): number =>
      value === '暂按默认，尚未确认' || value === '尚无答案' ? styles.warning : styles.wrapped
    sheet.add(
      row.map(value => ({ value, style: style(value) })),
      15 * lines + 5,
    )
  }
}
