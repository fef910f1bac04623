import type { Scheme } from '../../domain/scheme/scheme.ts'
import { columnLetter } from '../xlsx/sheetCell.ts'
import type { CellPlan, SheetPlan, ValidationPlan } from '../xlsx/sheetPlan.ts'
import { writeWorkbook } from '../xlsx/writeWorkbook.ts'
import type { FactsColumn, FactsSheet } from './factsColumn.ts'
import { factsRows, type Prefill } from './factsRows.ts'
import { factsSheets } from './factsSheets.ts'
import { guideSheet } from './guideSheet.ts'
import { type OptionLists, optionsSheet } from './optionsSheet.ts'
import { headingStyle, inputStyle } from './sheetStyles.ts'

const LAST_ROW = 1_048_576

/**
 * Writes the facts workbook: empty for a clerk (guide first, drop-downs, comments, locked headings), or
 * prefilled with a year's facts, which can be read back unchanged. The same inputs give the same bytes.
 * Throws a RangeError when a list is longer than a sheet.
 */
export function writeFactsTemplate(scheme: Scheme, prefill?: Prefill): Promise<Uint8Array> {
  const layouts = factsSheets(scheme)
  const options = optionsSheet(layouts)
  return writeWorkbook({
    title: `${scheme.title}：事实填报工作簿`,
    madeOn: `${scheme.cycle}-01-01`,
    sheets: [
      guideSheet(scheme, layouts),
      ...layouts.map(layout => factsSheetPlan(layout, options, scheme, prefill)),
      options.sheet,
    ],
  })
}

function factsSheetPlan(
  layout: FactsSheet,
  options: OptionLists,
  scheme: Scheme,
  prefill: Prefill | undefined,
): SheetPlan {
  const rows = prefill ? factsRows(layout, prefill, scheme) : []
  if (rows.length >= LAST_ROW)
    throw new RangeError(`${layout.name} has more rows than a sheet holds: ${rows.length}`)
  return {
    name: layout.name,
    columns: layout.columns.map(column => ({ width: column.width ?? 14, style: inputStyle(column.kind) })),
    rows: [layout.columns.map(headingOf), ...rows],
    rowHeights: new Map([[0, 30]]),
    frozenRows: 1,
    locked: true,
    validations: layout.columns.flatMap((column, at) => validationOf(layout, column, at, options) ?? []),
  }
}

function headingOf(column: FactsColumn): CellPlan {
  const required = column.required === true
  return {
    value: column.header,
    style: headingStyle(required),
    note: `${required ? '必填' : '选填'}：${column.note}`,
  }
}

function validationOf(
  layout: FactsSheet,
  column: FactsColumn,
  at: number,
  options: OptionLists,
): ValidationPlan | undefined {
  const letter = columnLetter(at)
  const range = `${letter}2:${letter}${LAST_ROW}`
  if (column.kind === 'count') {
    return {
      range,
      kind: 'whole',
      from: '0',
      to: '1000000',
      strict: 'warning',
      title: column.header,
      message: '应填 0 以上的整数',
    }
  }
  if (column.options === undefined || column.options.length === 0) return undefined
  const rule = columnLetter(layout.columns.findIndex(({ field }) => field === 'rule'))
  const from =
    column.options === 'units'
      ? '单位名册!$B$2:$B$20001'
      : column.byRule === undefined
        ? options.rangeOf(column.options)
        : options.ofRule(`$${rule}2`)
  const isClosed = column.kind === 'term' || column.kind === 'yesNo'
  return {
    range,
    kind: 'list',
    from,
    strict: isClosed ? 'warning' : 'off',
    title: column.header,
    message: '不在可选内容里；编号也可以，否则请改正',
  }
}
