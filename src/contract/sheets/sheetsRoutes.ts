import { z } from 'zod'
import {
  lineField,
  reasonField,
  recordParam,
  revisionField,
  revisionOrNone,
  yearParam,
} from '../http/paramSchemas.ts'
import { pictureNotePart } from '../files/filesRoutes.ts'
import { comparisonSchema } from '../results/comparisonSchema.ts'
import { fileHash, previewSchema, receiptSchema, sheetBody, unitSignature } from './sheetBody.ts'
import { MOST_FINDINGS } from './sheetLimits.ts'
import { decisionBody, findingPart, objectionRow, sheetRow } from './sheetParts.ts'
import { workSchema } from './workSchema.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { defineRoutes } from '../http/route.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { decisionFields, replySettingFields } from './sheetsFields.ts'
import { typedText } from '../shape/typedText.ts'

const year = z.strictObject({ year: yearParam })
const yearSheet = z.strictObject({ year: yearParam, sheet: recordParam })
const yearFinding = z.strictObject({ year: yearParam, finding: recordParam })

/** Reply settings: the number of working days that a unit has. */
const replySettings = z.strictObject({ replyDays: z.int(), revision: z.int() })

/** Routes for inspection sheets: the phone's work and sheets, the unit's replies, the committee's decisions. */
export const sheetsRoutes = defineRoutes({
  'GET /api/inspection/work': {
    summary: '我的核查任务：离线核查所需的全部内容',
    admits: 'inspect',
    answer: workSchema,
  },
  'POST /api/years/:year/sheets': {
    summary: '报送核查表：以草稿编号为准，重复报送只存一份；照片须先上传',
    admits: 'inspect',
    bodyKilobytes: 1024,
    params: year,
    body: sheetBody,
    answer: receiptSchema,
  },
  'GET /api/years/:year/sheets/:sheet/receipt': {
    summary: '核查表的收条；编号就是草稿编号，没有收到过则答复没有找到',
    admits: 'inspect',
    params: yearSheet,
    answer: receiptSchema,
  },
  'POST /api/years/:year/sheets/:sheet/unit-signature': {
    summary: '补登单位签字，或登记单位拒绝签字',
    admits: 'inspect',
    bodyKilobytes: 256,
    params: yearSheet,
    body: z.strictObject({ unit: unitSignature, revision: revisionField }),
    answer: receiptSchema,
  },

  'GET /api/years/:year/sheets': {
    summary: '核查表清单',
    admits: 'readSheets',
    params: year,
    query: z.strictObject({
      round: z.string().max(100).optional(),
      quarter: z
        .string()
        .regex(/^[1-4]$/)
        .transform(Number)
        .optional(),
      mine: z.literal('true').optional(),
      /** Restricts it to sheets waiting for somebody. */
      waiting: z.literal('true').optional(),
      ...pageQuery,
    }),
    answer: z.strictObject({
      today: z.string(),
      settings: replySettings,
      sheets: z.array(sheetRow),
      /** Objections not yet decided, in all of them. */
      undecided: z.int(),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/sheets/:sheet': {
    summary: '一份核查表：核查情况、照片、签字、答复、裁定和经过',
    admits: 'readSheets',
    params: yearSheet,
    answer: z.strictObject({
      ...sheetRow.shape,
      revision: z.int(),
      today: z.string(),
      replyDays: z.int(),
      leadUnit: z.string().optional(),
      device: z.string(),
      startedAt: z.string(),
      signedAt: z.string(),
      note: z.string(),
      hash: z.string(),
      photos: z.array(fileHash),
      /** what the committee and the team should know of its photos; only photos with something to say. */
      photoNotes: z.array(pictureNotePart),
      inspectorSignature: z.strictObject({ name: z.string(), picture: z.string().optional() }),
      unitSignature: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('signed'),
          name: z.string(),
          post: z.string().optional(),
          picture: z.string().optional(),
        }),
        z.strictObject({ kind: z.literal('paper'), name: z.string(), post: z.string().optional() }),
        z.strictObject({ kind: z.literal('refused'), reason: z.string() }),
        z.strictObject({ kind: z.literal('waiting') }),
      ]),
      rows: z.array(findingPart),
      /** Row points with everything now in force, by the engine. */
      preview: previewSchema,
      /** Other sheets of the same assignment. */
      others: z.array(
        z.strictObject({ sheet: z.uuid(), sentBy: z.string(), receivedAt: z.string(), inForce: z.boolean() }),
      ),
      chosen: z
        .strictObject({
          by: z.string(),
          at: z.string(),
          reason: z.string(),
          kind: z.enum(['kept', 'merged', 'setAside']),
        })
        .optional(),
      history: z.array(z.strictObject({ at: z.string(), by: z.string(), what: z.string() })),
      mayReply: z.boolean(),
      mayDecide: z.boolean(),
      mayChoose: z.boolean(),
      /** Whether the reader sent it and may add the unit's signature. */
      maySign: z.boolean(),
    }),
  },
  'POST /api/years/:year/sheets/:sheet/choose': {
    summary: '同一任务有两份核查表时，选定一份或合并，写明理由',
    admits: 'decideFindings',
    params: yearSheet,
    body: z.strictObject({
      /** Findings of the other sheets to add to this sheet's own; if empty, only this sheet counts. */
      take: z.array(z.uuid()).max(MOST_FINDINGS).default([]),
      reason: reasonField,
      revision: revisionField,
    }),
    answer: z.strictObject({ sheet: z.uuid(), setAside: z.int(), due: z.string() }),
  },

  'POST /api/years/:year/sheets/:sheet/replies': {
    summary: '单位答复核查情况：逐条认可或提出异议',
    admits: 'replyFindings',
    bodyKilobytes: 1024,
    params: yearSheet,
    body: z.strictObject({
      revision: revisionField,
      replies: z
        .array(
          z.strictObject({
            finding: z.uuid(),
            stance: z.enum(['accept', 'object']),
            reason: typedText().max(2000).default(''),
            files: z
              .array(z.strictObject({ file: fileHash, name: lineField }))
              .max(20)
              .default([]),
          }),
        )
        .min(1)
        .max(MOST_FINDINGS),
    }),
    answer: z.strictObject({ accepted: z.int(), objected: z.int(), left: z.int(), revision: z.int() }),
  },
  'GET /api/years/:year/objections': {
    summary: '单位的异议：待裁定的在前',
    admits: 'readSheets',
    params: year,
    query: z.strictObject({
      /** One of them by its finding, and the next that waits for a decision. */
      of: recordParam.optional(),
      ...pageQuery,
    }),
    answer: z.strictObject({
      today: z.string(),
      objections: z.array(objectionRow),
      paging: pagingSchema.optional(),
    }),
  },
  'POST /api/years/:year/findings/:finding/what-if': {
    summary: '裁定前的试算：维持、改变或撤销这一条，得分、名次和结果运用会怎样',
    admits: 'decideFindings',
    params: yearFinding,
    body: decisionBody,
    answer: z.strictObject({
      told: z.array(z.string()),
      comparison: comparisonSchema,
      fact: z.uuid().optional(),
    }),
    readOnly: true,
  },
  'POST /api/years/:year/findings/:finding/decision': {
    summary: '裁定异议：维持、改变或撤销，写明理由',
    admits: 'decideFindings',
    params: yearFinding,
    body: z.strictObject({
      ...decisionBody.shape,
      ...shapeOf({ reason: decisionFields.reason }),
      revision: revisionField,
    }),
    answer: z.strictObject({
      finding: z.uuid(),
      state: z.enum(['upheld', 'changed', 'dropped']),
      fact: z.uuid().optional(),
    }),
  },
  'GET /api/years/:year/reply-settings': {
    summary: '答复期限的设置',
    admits: 'readSheets',
    params: year,
    answer: replySettings,
  },
  'PUT /api/years/:year/reply-settings': {
    summary: '设置单位答复核查情况的期限（工作日）',
    admits: 'decideFindings',
    params: year,
    body: z.strictObject({ ...shapeOf(replySettingFields), revision: revisionOrNone }),
    answer: replySettings,
  },
})
