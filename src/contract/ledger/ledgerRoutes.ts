import { z } from 'zod'
import { daySchema, periodSchema, pointsSchema } from '../shape/fieldSchemas.ts'
import {
  boardLine,
  counterStanding,
  entryBody,
  filesField,
  importRow,
  ledgerEntry,
  periodClosing,
  remedyItem,
  remedyStates,
  rowForecast,
} from './ledgerParts.ts'
import {
  reasonField,
  recordParam,
  revisionField,
  revisionOrNone,
  unitParam,
  yearParam,
} from '../http/paramSchemas.ts'
import { chosenHeadings, listReading } from '../shape/listImport.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { entryFields, remedyFields } from './ledgerFields.ts'
import { typedText } from '../shape/typedText.ts'

const years = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const ofEntry = ofUnit.extend({ entry: recordParam })
const ofRemedy = ofUnit.extend({ remedy: recordParam })
const named = z.strictObject({ name: z.string().min(1).max(255), as: chosenHeadings })
const made = z.strictObject({ id: z.uuid() })
const noteField = typedText().max(2000)
const preview = { id: z.uuid(), file: z.string(), read: z.int() }
const importPreview = listReading(importRow).extend(preview)
const remedyPreview = listReading(
  z.strictObject({
    sheet: z.string().optional(),
    row: z.int(),
    unit: z.string(),
    unitName: z.string(),
    problem: z.string(),
  }),
).extend(preview)

/** Routes for the ledger: entries, counters against the scheme, periods, imports, self-check and last year's problems. */
export const ledgerRoutes = defineRoutes({
  'GET /api/years/:year/ledger/terms': {
    summary: '登记台账可选的类别、期间和引用的行',
    admits: 'readLedger',
    params: years,
    answer: z.strictObject({
      today: z.string(),
      kinds: z.array(
        z.strictObject({
          kind: z.string(),
          name: z.string(),
          /** Whether it counts for the scheme; free kinds are only kept. */
          counts: z.boolean(),
          citation: z.string().optional(),
          /** The period in which an entry is counted; coarser periods are refused. */
          per: z.enum(['year', 'quarter', 'month']).optional(),
          told: z.string().optional(),
        }),
      ),
      rows: z.array(
        z.strictObject({ row: z.string(), title: z.string(), section: z.string(), citation: z.string() }),
      ),
      periods: z.array(periodClosing),
      states: z.array(z.strictObject({ state: z.enum(remedyStates), name: z.string() })),
    }),
  },
  'GET /api/years/:year/ledger/board': {
    summary: '各单位台账一览：应做、已做、欠缺和预计扣分',
    admits: 'readLedger',
    params: years,
    query: z.strictObject(pageQuery),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      totals: z.strictObject({
        units: z.int(),
        keeping: z.int(),
        behind: z.int(),
        entries: z.int(),
        late: z.int(),
        lossNow: pointsSchema,
        lossAtEnd: pointsSchema,
      }),
      lines: z.array(boardLine),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/ledger/periods': {
    summary: '台账各期间的截止情况',
    admits: 'readLedger',
    params: years,
    answer: z.strictObject({
      year: z.int(),
      /** Days from the end of a period until it closes. */
      graceDays: z.int(),
      revision: z.int(),
      periods: z.array(periodClosing),
    }),
  },
  'POST /api/years/:year/ledger/grace': {
    summary: '设定期间结束后多少天截止',
    admits: 'closeLedgerPeriod',
    params: years,
    body: z.strictObject({ days: z.int().min(0).max(366), reason: reasonField, revision: revisionOrNone }),
    answer: z.strictObject({ revision: z.int() }),
  },
  'POST /api/years/:year/ledger/periods/:period': {
    summary: '截止、开放一个期间，或恢复按日期截止',
    admits: 'closeLedgerPeriod',
    params: years.extend({ period: periodSchema }),
    body: z.strictObject({
      state: z.enum(['open', 'closed', 'byDate']),
      reason: reasonField,
      revision: revisionOrNone,
    }),
    answer: z.strictObject({ revision: z.int() }),
  },

  'GET /api/years/:year/units/:unit/counters': {
    summary: '一个单位的计数项：各期间应做、已做，欠缺和预计扣分',
    admits: 'readLedger',
    params: ofUnit,
    answer: z.strictObject({
      year: z.int(),
      unit: z.string(),
      unitName: z.string(),
      today: z.string(),
      counters: z.array(counterStanding),
      forecast: z.array(rowForecast),
      totals: z.strictObject({ now: pointsSchema, atEnd: pointsSchema, atRisk: pointsSchema }),
    }),
  },
  'GET /api/years/:year/units/:unit/entries': {
    summary: '一个单位的台账，新登记的在前',
    admits: 'readLedger',
    params: ofUnit,
    query: z.strictObject({
      /** With the entries that were corrected or withdrawn. */
      ended: z.literal('true').optional(),
      /** Those of one counter, and of the periods within one. */
      counter: z.string().max(100).optional(),
      within: periodSchema.optional(),
      ...pageQuery,
    }),
    answer: z.strictObject({
      year: z.int(),
      unit: z.string(),
      unitName: z.string(),
      /** Entries that were corrected or withdrawn. */
      ended: z.int(),
      entries: z.array(ledgerEntry),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/units/:unit/entries/:entry': {
    summary: '一条台账和它的更正经过',
    admits: 'readLedger',
    params: ofEntry,
    answer: z.strictObject({ entry: ledgerEntry, chain: z.array(ledgerEntry) }),
  },
  'POST /api/years/:year/units/:unit/entries': {
    summary: '登记一条台账',
    admits: 'keepLedger',
    params: ofUnit,
    body: entryBody,
    answer: ledgerEntry,
  },
  'POST /api/years/:year/units/:unit/entries/:entry/correct': {
    summary: '更正一条台账：新的一条代替它，原来的保留可查',
    admits: 'keepLedger',
    params: ofEntry,
    body: entryBody.extend(shapeOf({ reason: entryFields.reason })),
    answer: ledgerEntry,
  },
  'POST /api/years/:year/units/:unit/entries/:entry/withdraw': {
    summary: '撤回一条台账',
    admits: 'keepLedger',
    params: ofEntry,
    body: z.strictObject({ reason: reasonField }),
    answer: ledgerEntry,
  },
  'POST /api/years/:year/units/:unit/entries/:entry/files': {
    summary: '给一条台账补附件',
    admits: 'keepLedger',
    params: ofEntry,
    body: z.strictObject({ files: filesField.min(1) }),
    answer: ledgerEntry,
  },
  'GET /api/years/:year/units/:unit/ledger.xlsx': {
    summary: '导出一个单位的台账',
    admits: 'readLedger',
    params: ofUnit,
    file: true,
  },
  'GET /api/years/:year/units/:unit/ledger-template.xlsx': {
    summary: '台账填报模板，带下拉选项',
    admits: 'readLedger',
    params: ofUnit,
    file: true,
  },
  'POST /api/years/:year/units/:unit/entry-imports': {
    summary: '上传填好的模板供预览，不登记',
    admits: 'keepLedger',
    params: ofUnit,
    query: named,
    upload: true,
    answer: importPreview,
  },
  'POST /api/years/:year/units/:unit/entry-imports/:import/commit': {
    summary: '登记预览中通过的各行，要么都登记，要么都不登记',
    admits: 'keepLedger',
    params: ofUnit.extend({ import: recordParam }),
    body: z.strictObject({ lateReason: reasonField.optional() }),
    answer: z.strictObject({ entered: z.int() }),
  },

  'GET /api/years/:year/remedies': {
    summary: '自查清单和上年问题清单，所及各单位',
    admits: 'readLedger',
    params: years,
    query: z.strictObject({ of: z.uuid().optional(), ...pageQuery }),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      items: z.array(remedyItem),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/units/:unit/remedies': {
    summary: '一个单位的自查清单和上年问题清单',
    admits: 'readLedger',
    params: ofUnit,
    answer: z.strictObject({
      year: z.int(),
      unit: z.string(),
      unitName: z.string(),
      today: z.string(),
      items: z.array(remedyItem),
    }),
  },
  'POST /api/years/:year/units/:unit/remedies': {
    summary: '列入一项自查或问题',
    admits: 'keepRemedies',
    params: ofUnit,
    body: z.strictObject({
      ...shapeOf(remedyFields),
      row: z.string().min(1).max(100).optional(),
    }),
    answer: made,
  },
  'POST /api/years/:year/units/:unit/remedies/:remedy': {
    summary: '更新一项的措施、期限、进展和佐证',
    admits: 'keepRemedies',
    params: ofRemedy,
    body: z.strictObject({
      measure: noteField,
      deadline: daySchema.optional(),
      state: z.enum(remedyStates),
      result: noteField,
      entries: z.array(z.uuid()).max(50),
      files: filesField.default([]),
      revision: revisionField,
    }),
    answer: z.strictObject({ revision: z.int() }),
  },
  'POST /api/years/:year/units/:unit/remedies/:remedy/withdraw': {
    summary: '撤销一项自查或问题',
    admits: 'keepRemedies',
    params: ofRemedy,
    body: z.strictObject({ reason: reasonField, revision: revisionField }),
    answer: made,
  },
  'POST /api/years/:year/remedies/from-last-year': {
    summary: '由上年度失分的行列出问题清单，已列的不重复',
    admits: 'closeLedgerPeriod',
    params: years,
    body: z.strictObject({ deadline: daySchema.optional() }),
    answer: z.strictObject({ added: z.int(), units: z.int() }),
  },
  'GET /api/years/:year/remedies-template.xlsx': {
    summary: '上年问题清单模板',
    admits: 'closeLedgerPeriod',
    params: years,
    file: true,
  },
  'POST /api/years/:year/remedy-imports': {
    summary: '上传填好的问题清单供预览，不列入',
    admits: 'closeLedgerPeriod',
    params: years,
    query: named,
    upload: true,
    answer: remedyPreview,
  },
  'POST /api/years/:year/remedy-imports/:import/commit': {
    summary: '列入预览中通过的各行',
    admits: 'closeLedgerPeriod',
    params: years.extend({ import: recordParam }),
    body: z.strictObject({}),
    answer: z.strictObject({ added: z.int() }),
  },
})
