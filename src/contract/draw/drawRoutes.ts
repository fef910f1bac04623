import { z } from 'zod'
import { drawnPlaces, drawRecordSchema } from './drawRecordSchema.ts'
import { quarterSchema } from '../shape/fieldSchemas.ts'
import {
  lineField,
  numberParam,
  reasonField,
  recordParam,
  unitParam,
  yearParam,
} from '../http/paramSchemas.ts'
import { chosenHeadings, importNotice, refusedRow } from '../shape/listImport.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { typedText } from '../shape/typedText.ts'

const purpose = z.enum(['branch', 'member'])
const year = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const ofList = ofUnit.extend({ purpose })
const ofSession = z.strictObject({ year: yearParam, draw: recordParam })

const line = z.strictObject({ id: z.string(), name: z.string(), branch: z.string().optional() })
const newLine = z.strictObject({
  id: z.string().max(100).optional(),
  name: typedText().max(200),
  branch: typedText().max(200).optional(),
})

/** One version of a list, without its lines. */
const listVersion = z.strictObject({
  version: z.int(),
  count: z.int(),
  fingerprint: z.string(),
  savedBy: z.string(),
  savedAt: z.string(),
  frozenBy: z.string().optional(),
  frozenAt: z.string().optional(),
})

/** How far a list is. */
const listState = z.strictObject({ version: z.int(), count: z.int(), frozen: z.boolean() })

/** The list for one purpose: the latest version with its lines, and all versions, latest first. */
const unitList = z.strictObject({
  purpose,
  lines: z.array(line),
  /** The text as hashed; empty while there is no list. */
  text: z.string(),
  versions: z.array(listVersion),
})

/** One draw session. */
const session = z.strictObject({
  draw: z.string(),
  quarter: z.int(),
  round: z.string().optional(),
  state: z.enum(['prepared', 'drawn', 'abandoned']),
  takes: z.strictObject({ branch: z.int().optional(), member: z.int().optional() }),
  units: z.int(),
  /** The units of the session that the reader may see. */
  unitNames: z.array(z.string()),
  digest: z.string(),
  reason: z.string().optional(),
  preparedBy: z.string(),
  preparedAt: z.string(),
  seedKind: z.enum(['dice', 'parties']).optional(),
  seedParts: z.array(z.strictObject({ by: z.string(), text: z.string() })).optional(),
  seed: z.string().optional(),
  endedBy: z.string().optional(),
  endedAt: z.string().optional(),
  endReason: z.string().optional(),
})

/** One unit's part in a draw session. */
const drawPart = z.strictObject({
  unit: z.string(),
  unitName: z.string(),
  purpose,
  number: z.int(),
  reason: z.string().optional(),
  listVersion: z.int(),
  count: z.int(),
  fingerprint: z.string(),
  take: z.int(),
  result: drawnPlaces,
  /** Whether the list changed after the draw. */
  changedSince: z.boolean(),
})

/** One draw session with its units; `needsAnother`: a second draw that the reader prepared, so that somebody else holds it. */
const wholeSession = session.extend({ parts: z.array(drawPart), needsAnother: z.boolean() })

/** Routes for draws. (四（二）) */
export const drawRoutes = defineRoutes({
  'GET /api/years/:year/draw-lists': {
    summary: '抽签名单一览：各单位有几版、冻结没有、抽过哪些季度',
    admits: 'readDraws',
    params: year,
    query: z.strictObject({ ...pageQuery }),
    answer: z.strictObject({
      year: z.int(),
      paging: pagingSchema.optional(),
      units: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          leadUnitName: z.string().optional(),
          lists: z.strictObject({
            branch: listState.optional(),
            member: listState.optional(),
          }),
          /** Quarters already drawn, and how often. */
          drawn: z.array(z.strictObject({ purpose, quarter: z.int(), times: z.int() })),
          /** Draws waiting for their seed. */
          waiting: z.array(z.strictObject({ purpose, quarter: z.int(), draw: z.string() })),
        }),
      ),
    }),
  },
  'GET /api/years/:year/units/:unit/draw-lists': {
    summary: '一个单位的抽签名单和各版',
    admits: 'readDraws',
    params: ofUnit,
    answer: z.strictObject({
      year: z.int(),
      unit: z.string(),
      unitName: z.string(),
      lists: z.array(unitList),
    }),
  },
  'GET /api/years/:year/units/:unit/draw-lists/:purpose/:version': {
    summary: '名单某一版的内容',
    admits: 'readDraws',
    params: ofList.extend({ version: numberParam }),
    answer: listVersion.extend({ lines: z.array(line), text: z.string() }),
  },
  'PUT /api/years/:year/units/:unit/draw-lists/:purpose': {
    summary: '登记名单：另存为新的一版',
    admits: 'keepDrawLists',
    bodyKilobytes: 1024,
    params: ofList,
    body: z.strictObject({ version: z.int().min(0).max(1_000_000), lines: z.array(newLine).max(5000) }),
    answer: unitList,
  },
  'POST /api/years/:year/units/:unit/draw-lists/:purpose/reading': {
    summary: '读入名单工作簿：只读出内容和被拒绝的行，不保存',
    admits: 'keepDrawLists',
    params: ofList,
    query: z.strictObject({ name: z.string().max(200).optional(), as: chosenHeadings }),
    upload: true,
    readOnly: true,
    answer: z.strictObject({
      lines: z.array(
        z.strictObject({
          id: z.string().optional(),
          name: z.string(),
          branch: z.string().optional(),
        }),
      ),
      refused: z.array(refusedRow),
      notices: z.array(importNotice),
    }),
  },
  'POST /api/years/:year/draw-lists/freeze': {
    summary: '冻结名单：各单位最近一版，此后不能再改',
    admits: 'holdDraw',
    bodyKilobytes: 1024,
    params: year,
    body: z.strictObject({ purposes: z.array(purpose).min(1).max(2), units: z.array(unitParam).max(5000) }),
    answer: z.strictObject({
      frozen: z.array(
        z.strictObject({ unit: z.string(), purpose, version: z.int(), fingerprint: z.string() }),
      ),
    }),
  },
  'GET /api/years/:year/draws': {
    summary: '历次抽签',
    admits: 'readDraws',
    params: year,
    answer: z.strictObject({ year: z.int(), draws: z.array(session) }),
  },
  'POST /api/years/:year/draws': {
    summary: '准备抽签：定下季度、单位、名单和抽取数，等待种子',
    admits: 'holdDraw',
    bodyKilobytes: 1024,
    params: year,
    body: z.strictObject({
      quarter: quarterSchema,
      round: lineField.optional(),
      takes: z.strictObject({
        branch: z.int().min(1).max(100).optional(),
        member: z.int().min(1).max(100).optional(),
      }),
      units: z.array(unitParam).max(5000),
      reason: reasonField.optional(),
    }),
    answer: z.strictObject({ draw: z.string(), digest: z.string() }),
  },
  'GET /api/years/:year/draws/:draw': {
    summary: '一场抽签：种子、各单位的名单指纹和抽中的人或支部',
    admits: 'readDraws',
    params: ofSession,
    answer: wholeSession,
  },
  'POST /api/years/:year/draws/:draw/seed': {
    summary: '填入种子并抽取',
    admits: 'holdDraw',
    params: ofSession,
    body: z.strictObject({
      kind: z.enum(['dice', 'parties']),
      parts: z
        .array(z.strictObject({ by: lineField, text: z.string().max(400) }))
        .min(1)
        .max(2),
    }),
    answer: z.strictObject({ seed: z.string(), drawn: z.int() }),
  },
  'POST /api/years/:year/draws/:draw/abandon': {
    summary: '作废还没有种子的抽签',
    admits: 'holdDraw',
    params: ofSession,
    body: z.strictObject({ reason: reasonField }),
    answer: z.strictObject({ draw: z.string() }),
  },
  'GET /api/years/:year/draws/:draw/record': {
    summary: '抽签记录文件：名单、种子、结果，可用 hengping draw --verify 核验',
    admits: 'readDraws',
    params: ofSession,
    file: true,
  },
  'GET /api/years/:year/units/:unit/draws': {
    summary: '一个单位的历次抽签记录，连同名单',
    admits: 'readDraws',
    params: ofUnit,
    answer: z.strictObject({
      year: z.int(),
      unit: z.string(),
      unitName: z.string(),
      records: z.array(drawRecordSchema),
    }),
  },
})
