import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { CellPlan, SheetPlan } from '../xlsx/sheetPlan.ts'
import type { FactsColumn, FactsSheet } from './factsColumn.ts'
import { CYCLE_LABEL, GUIDE_SHEET } from './factsSheets.ts'
import { guideStyles as styles } from './sheetStyles.ts'

const HOW = [
  '先填“单位名册”和“任职”，再填其他各表；用不到的表留着表头，不要删。',
  '深色表头的列必填，浅色的有就填。鼠标停在表头上可看说明，格子右边的箭头可看可选内容。',
  '单位写名称或编号都可以；行写 四.4 或 附件 四.4；规则从下拉列表中选。',
  '季度写 1、一季度、第一季度或 Q1；日期写 2018-12-21、2018/12/21 或 2018年12月21日；期间写 2018年、2018年第三季度、2018年9月。',
  '次数填数字。全角数字和文字形式的数字也能读入，但会提示；小数最多三位；百分号只能用在“指标”表。',
  '不要合并单元格，不要改表名和表头，不要在表格以外写字。公式可以用，按存下的计算结果读入。',
  '完全相同的两行会被当作重复录入退回：同样的情况有几次，请改填次数，或在“说明”中写明区别。',
  '填好后保存为“Excel 工作簿（.xlsx）”，不要设打开密码。读入时，有错的行会连同表名、行号和原因一并列出。',
] as const

/** Builds the guide sheet: the purpose of the workbook, how to fill it in, and the contents of each sheet with an example of each column; its year is read back. */
export function guideSheet(scheme: Scheme, layouts: readonly FactsSheet[]): SheetPlan {
  const text = (value: string): CellPlan => ({ value, style: styles.text })
  const label = (value: string): CellPlan => ({ value, style: styles.label })
  const before = HOW.length + 7
  return {
    name: GUIDE_SHEET,
    columns: [{ width: 16 }, { width: 60 }, { width: 70 }, { width: 46 }],
    locked: true,
    rowHeights: new Map(layouts.map((layout, at) => [before + at, heightOf(layout)])),
    rows: [
      [{ value: `${scheme.title}：事实填报工作簿`, style: styles.title }],
      [label(CYCLE_LABEL), { value: scheme.cycle, style: styles.text }],
      [label('方案'), text(`${scheme.id}（${scheme.notice.number}）`)],
      [],
      [{ value: '怎样填', style: styles.label }],
      ...HOW.map((line, at): CellPlan[] => [`${at + 1}.`, line]),
      [],
      [label('表'), label('填什么'), label('各列（*必填）'), label('示例（必填各列）')],
      ...layouts.map(layout => [
        label(layout.name),
        text(layout.about),
        text(columnsOf(layout)),
        text(exampleOf(layout, scheme)),
      ]),
    ],
  }
}

const LINE = 15
/** The number of Chinese characters that fit in one line of the two wide columns. */
const ABOUT_WIDTH = 29
const COLUMNS_WIDTH = 34

function heightOf(layout: FactsSheet): number {
  const lines = (text: string, width: number): number =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  return Math.min(
    400,
    LINE * Math.max(lines(layout.about, ABOUT_WIDTH), lines(columnsOf(layout), COLUMNS_WIDTH)) + 4,
  )
}

/** Returns an example row, shown here and not in the sheet so that nobody submits it. */
function exampleOf(layout: FactsSheet, scheme: Scheme): string {
  const required = layout.columns.filter(column => column.required)
  return required.map(column => `${column.header}：${sampleOf(column, layout, scheme)}`).join('\n')
}

function sampleOf({ field, kind, options }: FactsColumn, { list }: FactsSheet, scheme: Scheme): string {
  if (kind === 'unit') return '某某局'
  if (list === 'holders' && field === 'name') return SAMPLES['person']!
  if (kind === 'year') return String(scheme.cycle - 1)
  if (kind === 'count') return '1'
  if (kind === 'decimal' || kind === 'percentable') return '92.5'
  return typeof options === 'object' && options[0] !== undefined ? options[0] : (SAMPLES[field] ?? '……')
}

const SAMPLES: Readonly<Record<string, string>> = {
  id: 'D001',
  name: '某某局',
  kind: '机关',
  session: '直属单位述职会议',
  ballot: '1',
  person: '张某某',
  by: '考核组织者',
}

function columnsOf(layout: FactsSheet): string {
  return layout.columns
    .map(column => `${column.header}${column.required ? '*' : ''}：${column.note}`)
    .join('\n')
}
