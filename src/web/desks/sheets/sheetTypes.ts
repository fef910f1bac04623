import type { CallAnswer } from '../../client/call.ts'

/** 核查表清单. */
export type SheetList = CallAnswer<'GET /api/years/:year/sheets'>

/** 清单的一行. */
export type SheetRow = SheetList['sheets'][number]

/** 一份核查表. */
export type Sheet = CallAnswer<'GET /api/years/:year/sheets/:sheet'>

/** 核查表上的一条核查情况. */
export type SheetFinding = Sheet['rows'][number]

/** 一条异议. */
export type Objection = CallAnswer<'GET /api/years/:year/objections'>['objections'][number]

/** 核查表的页面地址. */
export function addressOfSheet(year: number, sheet: string): string {
  return `/${year}/sheets/${sheet}`
}

/** 异议的页面地址. */
export function addressOfObjection(year: number, finding: string): string {
  return `/${year}/objections/${finding}`
}
