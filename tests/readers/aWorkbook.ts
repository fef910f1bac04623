import { expect } from 'vitest'
import type { FactsReading } from '../../src/files/facts/factsReading.ts'
import { factsSheets } from '../../src/files/facts/factsSheets.ts'
import { printPlace } from '../../src/files/lists/place.ts'
import { readFacts } from '../../src/files/facts/readFacts.ts'
import type { CellPlan, SheetPlan } from '../../src/files/xlsx/sheetPlan.ts'
import { writeWorkbook } from '../../src/files/xlsx/writeWorkbook.ts'
import type { Roster } from '../../src/domain/year/roster/roster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { sentenceOfRefusal } from '../../src/contract/shape/refusalSentences.ts'
import { roster, xiangxi } from './aYear.ts'

/** Rows of a sheet, each by heading. */
export type Rows = readonly Readonly<Record<string, CellPlan>>[]

/** What a test wants in the workbook: rows by sheet, and what is done to the sheets before they are written. */
export interface Wanted {
  readonly scheme?: Scheme
  readonly roster?: Roster
  readonly sheets?: Readonly<Record<string, Rows>>
  readonly change?: (sheets: SheetPlan[]) => readonly SheetPlan[]
}

/** A filled workbook: the roster of the tests and the rows wanted, every other sheet with its headings alone. */
export function aWorkbook({
  scheme = xiangxi,
  roster: of = roster,
  sheets = {},
  change,
}: Wanted): Promise<Uint8Array> {
  const rosterRows: Readonly<Record<string, Rows>> = {
    单位名册: of.units.map(unitRow),
    任职: of.holders.map(holderRow),
  }
  const plans = factsSheets(scheme).map((layout): SheetPlan => {
    const headers = layout.columns.map(column => column.header)
    const rows = sheets[layout.name] ?? rosterRows[layout.name] ?? []
    const strange = rows.flatMap(row => Object.keys(row).filter(header => !headers.includes(header)))
    if (strange.length > 0) throw new Error(`${layout.name} has no ${strange.join()}`)
    return {
      name: layout.name,
      columns: [],
      rows: [headers, ...rows.map(row => headers.map(header => row[header]))],
    }
  })
  const guide: SheetPlan = { name: '填表说明', columns: [], rows: [['示范'], ['考核年度', scheme.cycle]] }
  return writeWorkbook({
    title: '示范',
    madeOn: '2018-01-01',
    sheets: change ? change([guide, ...plans]) : [guide, ...plans],
  })
}

/** The same workbook with one sheet changed. */
export function changed(
  name: string,
  change: (sheet: SheetPlan) => SheetPlan,
): (sheets: SheetPlan[]) => readonly SheetPlan[] {
  return sheets => sheets.map(sheet => (sheet.name === name ? change(sheet) : sheet))
}

/** The workbook read back; whatever it holds, rows in are rows accepted and refused. */
export async function readWorkbook(wanted: Wanted): Promise<FactsReading> {
  const reading = await readFacts(await aWorkbook(wanted), wanted.scheme ?? xiangxi)
  expectWhole(reading)
  return reading
}

/** Rows in = accepted + refused; a refusal for whatever was refused; every code has its sentence. */
export function expectWhole({ rows, refused, notices, facts, roster: of }: FactsReading): void {
  expect(rows.in).toBe(rows.accepted + rows.refused)
  if (rows.refused > 0) expect(refused.length).toBeGreaterThan(0)
  const { cycle: _cycle, sheets, ...lists } = facts
  const single = [...Object.values(lists), of.units, of.holders].reduce((sum, list) => sum + list.length, 0)
  expect(rows.accepted).toBeGreaterThanOrEqual(single)
  expect(rows.accepted).toBeLessThanOrEqual(
    single + sheets.reduce((sum, sheet) => sum + Math.max(1, sheet.marks.length), 0),
  )
  for (const { refusal } of refused) expect(sentenceOfRefusal(refusal)).toMatch(/[\u4e00-\u9fff]/)
  for (const { notice } of notices) expect(sentenceOfRefusal(notice)).toMatch(/[\u4e00-\u9fff]/)
}

/** Place and code of each refusal: `“核查情况”表第2行“次数”列（D2） countNegative`. */
export function refusals({ refused }: FactsReading): readonly string[] {
  return refused.map(({ place, refusal }) => `${printPlace(place)} ${refusal.code}`)
}

/** Place, code and number of each notice. */
export function noticesOf({ notices }: FactsReading): readonly string[] {
  return notices.map(({ place, notice, times }) => `${printPlace(place)} ${notice.code} ${times}`)
}

function unitRow(unit: Roster['units'][number]): Rows[number] {
  return {
    编号: unit.id,
    名称: unit.name,
    类别: unit.kind,
    级别: unit.level,
    层级: unit.tier,
    牵头单位: unit.leadUnit,
    ...(unit.cohort === undefined ? {} : { 排名类别: unit.cohort }),
    归口管理: unit.affiliated ? '是' : '否',
    上级领导兼任: unit.headedByLeader ? '是' : '否',
  }
}

function holderRow(holder: Roster['holders'][number]): Rows[number] {
  return { 单位: holder.unit, 人员编号: holder.person, 姓名: holder.name, 职务: holder.post }
}
