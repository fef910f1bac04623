import type { SheetPlan } from '../xlsx/sheetPlan.ts'
import { columnLetter } from '../xlsx/sheetCell.ts'
import type { FactsSheet } from './factsColumn.ts'
import { OPTIONS_SHEET } from './factsSheets.ts'
import { guideStyles } from './sheetStyles.ts'

/** The drop-down options: the sheet that holds every list once, and the range of each list. */
export interface OptionLists {
  readonly sheet: SheetPlan
  rangeOf(options: readonly string[]): string
  /** The formula of the options of the rule that a cell of the same row names. */
  ofRule(cell: string): string
}

/** Collects the drop-down options of all sheets; equal lists share one column. */
export function optionsSheet(layouts: readonly FactsSheet[]): OptionLists {
  const lists = new Map<
    string,
    { readonly header: string; readonly options: readonly string[]; readonly at: number }
  >()
  for (const column of layouts.flatMap(layout => layout.columns)) {
    if (column.options === undefined || column.options === 'units' || column.options.length === 0) continue
    const key = column.options.join('\n')
    if (!lists.has(key)) lists.set(key, { header: column.header, options: column.options, at: lists.size })
  }
  const columns = [...lists.values()]
  const byRule = layouts.flatMap(layout => layout.columns).find(column => column.byRule)
  const pairs = [...(byRule?.byRule ?? [])].flatMap(([rule, own]) => own.map(one => [rule, one] as const))
  const [first, second] = [columns.length, columns.length + 1]
  if (pairs.length > 0) {
    columns.push({ header: '规则', options: pairs.map(([rule]) => rule), at: first })
    columns.push({ header: byRule!.header, options: pairs.map(([, one]) => one), at: second })
  }
  const longest = Math.max(0, ...columns.map(column => column.options.length))
  return {
    sheet: {
      name: OPTIONS_SHEET,
      columns: columns.map(column => ({
        width: Math.min(60, Math.max(12, ...column.options.map(option => option.length * 2))),
      })),
      frozenRows: 1,
      locked: true,
      rows: [
        columns.map(column => ({ value: column.header, style: guideStyles.label })),
        ...Array.from({ length: longest }, (_, at) => columns.map(column => column.options[at])),
      ],
    },
    rangeOf(options) {
      const { at } = lists.get(options.join('\n'))!
      const letter = columnLetter(at)
      return `${OPTIONS_SHEET}!$${letter}$2:$${letter}$${options.length + 1}`
    },
    ofRule(cell) {
      const letter = columnLetter(first)
      const rules = `${OPTIONS_SHEET}!$${letter}$2:$${letter}$${pairs.length + 1}`
      const start = `${OPTIONS_SHEET}!$${columnLetter(second)}$1`
      return `OFFSET(${start},MATCH(${cell},${rules},0),0,COUNTIF(${rules},${cell}),1)`
    },
  }
}
