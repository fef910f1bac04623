import { z } from 'zod'
import type { FactList } from '../../domain/year/facts/factsIntake.ts'
import { factKindNames } from '../year/factKindNames.ts'
import { type IntakeState, intakeStates } from './intakeStates.ts'
import { recordParam, yearParam } from '../http/paramSchemas.ts'
import { chosenHeadings, importNotice, refusedRow } from '../shape/listImport.ts'
import { defineRoutes } from '../http/route.ts'

const years = z.strictObject({ year: yearParam })
const one = z.strictObject({ year: yearParam, intake: recordParam })

/** Kinds of facts, named as the lists of the year's facts. */
const factKindSchema = z.enum(Object.keys(factKindNames) as [FactList, ...FactList[]])

const how = z.enum(['skip', 'add', 'replace'])

/** How to import: which parts of the file, and whether they are added to existing data or replace it. */
const intakeChoice = z.strictObject({
  roster: how,
  facts: how,
  kinds: z.array(factKindSchema).max(11),
  history: z.enum(['skip', 'put']),
})

/** How to import. */
export type IntakeChoice = z.output<typeof intakeChoice>

const rows = z.strictObject({ in: z.int(), accepted: z.int(), refused: z.int() })

const intakeHead = z.strictObject({
  id: z.uuid(),
  year: z.int(),
  file: z.string(),
  bytes: z.int(),
  hash: z.string(),
  state: z.enum(Object.keys(intakeStates) as [IntakeState, ...IntakeState[]]),
  /** Rows read or checked so far, and the total where known. */
  done: z.int(),
  total: z.int().optional(),
  rows: rows.optional(),
  /** Why the file could not be read. */
  fault: z.string().optional(),
  /** What was written; present once committed. */
  written: z.array(z.string()).optional(),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  settledBy: z.string().optional(),
  settledAt: z.string().optional(),
})

/** Summary of one import. */
export type IntakeHead = z.output<typeof intakeHead>

const named = z.strictObject({ id: z.string(), name: z.string() })

/** Effect of committing with this choice on the year as it was. Lists of units show the first fifty. */
const intakePlan = z.strictObject({
  number: z.int(),
  units: z.strictObject({
    read: z.int(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    removed: z.int(),
    kept: z.int().describe('名册里有而文件里没有、保留下来的单位'),
    addedFirst: z.array(named),
    changedFirst: z.array(named.extend({ changes: z.array(z.string()) })),
    removedFirst: z.array(named),
  }),
  holders: z.strictObject({ read: z.int(), added: z.int(), removed: z.int() }),
  facts: z.array(
    z.strictObject({
      kind: factKindSchema,
      name: z.string(),
      read: z.int(),
      added: z.int(),
      same: z.int(),
      refused: z.int(),
      withdrawn: z.int(),
    }),
  ),
  history: z.array(
    z.strictObject({
      cycle: z.int(),
      read: z.int(),
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      kept: z.int(),
    }),
  ),
  /** Why this cannot be committed. */
  blockers: z.array(z.string()),
  blockersTotal: z.int(),
  nothingNew: z.boolean(),
})

/** Effect of a commit. */
export type IntakePlan = z.output<typeof intakePlan>

/** One import with its preview. */
export const intakeDetail = intakeHead.extend({
  /** An earlier import of the same file into this year. */
  twin: z.strictObject({ id: z.uuid(), by: z.string(), at: z.string() }).optional(),
  contains: z
    .strictObject({
      units: z.int(),
      holders: z.int(),
      history: z.int(),
      kinds: z.array(z.strictObject({ kind: factKindSchema, name: z.string(), count: z.int() })),
    })
    .optional(),
  notices: z.array(importNotice),
  /** Sheets whose headings are not those of their columns, which the user may match. */
  unfit: z.array(
    z.strictObject({ sheet: z.string(), columns: z.array(z.string()), found: z.array(z.string()) }),
  ),
  choice: intakeChoice.optional(),
  plan: intakePlan.optional(),
  /** Whether the year changed since the preview, so that it must be checked again. */
  outdated: z.boolean(),
  /** Number of entries in the list of refused rows; a row may have several. */
  reasons: z.int(),
})

const refusedPart = refusedRow.extend({
  nth: z.int(),
  sheet: z.string(),
  row: z.int().optional(),
  place: z.string(),
})

/** Routes for imports: upload, a preview that can be reopened at any time, choice, and commit of all or nothing. */
export const intakeRoutes = defineRoutes({
  'GET /api/years/:year/intakes': {
    summary: '本年度的导入，最近的在前',
    admits: 'importFiles',
    params: years,
    answer: z.strictObject({ intakes: z.array(intakeHead) }),
  },
  'POST /api/years/:year/intakes': {
    summary: '上传工作簿（或 JSON、YAML）供预览，不写入名册和事实',
    admits: 'importFiles',
    params: years,
    query: z.strictObject({ name: z.string().min(1).max(255), as: chosenHeadings }),
    upload: true,
    uploadMegabytes: 100,
    answer: z.strictObject({ id: z.uuid() }),
  },
  'GET /api/years/:year/intakes/:intake': {
    summary: '一次导入的进度或预览',
    admits: 'importFiles',
    params: one,
    answer: intakeDetail,
  },
  'GET /api/years/:year/intakes/:intake/refused': {
    summary: '被退回的各行，一次两百条',
    admits: 'importFiles',
    params: one,
    query: z.strictObject({
      from: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
        .optional(),
    }),
    answer: z.strictObject({ total: z.int(), refused: z.array(refusedPart) }),
  },
  'GET /api/years/:year/intakes/:intake/refused-list': {
    summary: '被退回的各行（工作簿）',
    admits: 'importFiles',
    params: one,
    file: true,
  },
  'POST /api/years/:year/intakes/:intake/choice': {
    summary: '选定怎样导入，或按现有内容重新核对',
    admits: 'importFiles',
    params: one,
    body: z.strictObject({ choice: intakeChoice }),
    answer: z.strictObject({ id: z.uuid() }),
    readOnly: true,
  },
  'POST /api/years/:year/intakes/:intake/commit': {
    summary: '提交：全部写入，或只写入通过的部分；要么都写入，要么都不写入',
    admits: 'importFiles',
    params: one,
    body: z.strictObject({ plan: z.int().min(1), partial: z.boolean() }),
    answer: z.strictObject({ written: z.array(z.string()) }),
  },
  'POST /api/years/:year/intakes/:intake/discard': {
    summary: '放弃这次导入',
    admits: 'importFiles',
    params: one,
    body: z.strictObject({}),
    answer: z.strictObject({ id: z.uuid() }),
  },
  'GET /api/years/:year/workbook': {
    summary: '填报工作簿：空表、带名册的空表，或带全部事实的',
    admits: 'importFiles',
    params: years,
    query: z.strictObject({ fill: z.enum(['nothing', 'roster', 'facts']) }),
    file: true,
  },
})
