import { z } from 'zod'
import { reasonField, recordParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { countSchema, namedSchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { writtenMark } from './ballotParts.ts'
import { printFields } from './paperFields.ts'

const oneMeeting = z.strictObject({ year: yearParam, meeting: recordParam })
const oneSheet = oneMeeting.extend({ sheet: recordParam })
const style = z.enum(['boxes', 'figures'])
const classId = z.string().min(1).max(100)

/** A paper sheet in the list. */
export const paperSheetPart = z.strictObject({
  id: z.uuid(),
  voterClass: z.string(),
  /** Its number in the pile of its class. */
  number: z.int(),
  way: z.enum(['keyed', 'scanned']),
  state: z.enum(['incomplete', 'waiting', 'once', 'differs', 'settled']),
  /** Number of doubtful cells of a scanned sheet. */
  doubtful: countSchema,
  /** Who entered it, first and second. */
  by: z.array(z.string()),
  /** Lines, from 1, on which the two entries differ. */
  differs: z.array(z.int()),
  /** Whether this person is one of the two, or may still become one. */
  isOwn: z.boolean(),
  mayEnter: z.boolean(),
})

/** The paper of a meeting. */
export const paperPart = z.strictObject({
  name: z.string(),
  phaseName: z.string(),
  /** Whether this person convenes the meeting, and whether sheets are entered now. */
  convenes: z.boolean(),
  isOpen: z.boolean(),
  style: style.optional(),
  /** The styles that this form can be printed in. */
  styles: z.array(style),
  marks: z.enum(['points', 'grades']),
  full: z.number(),
  grades: z.array(namedSchema),
  classes: z.array(
    z.strictObject({ id: z.string(), name: z.string(), present: z.int().optional(), printed: countSchema }),
  ),
  lines: z.array(z.strictObject({ unitName: z.string(), secretary: z.string() })),
  pages: z.int(),
  sheets: z.array(paperSheetPart),
})

const scannedPage = z.strictObject({
  /** Its place in the file, from 1. */
  at: z.int(),
  outcome: z.enum(['read', 'noPage', 'otherForm', 'damaged', 'outOfOrder', 'seenBefore']),
  voterClass: z.string().optional(),
  number: z.int().optional(),
  page: z.int().optional(),
  doubtful: countSchema.optional(),
})

/** A line of a sheet as it is entered. */
const sheetRow = z.strictObject({
  line: z.int(),
  /** Whether people enter it; the others were read. */
  isOpen: z.boolean(),
  read: writtenMark.optional(),
  doubt: z.enum(['empty', 'several', 'faint', 'crossed', 'bent']).optional(),
  /** What this person entered. */
  own: writtenMark.optional(),
  /** Where it stands on the picture of its page, in millimetres of A4. */
  page: z.int(),
  y: z.number(),
})

/** Routes for paper sheets: print, enter twice, scan, decide doubtful cells. */
export const paperRoutes = defineRoutes({
  'GET /api/years/:year/meetings/:meeting/paper': {
    summary: '一次会议的纸质票：票样、印制和录入进展',
    admits: 'readBallots',
    params: oneMeeting,
    answer: paperPart,
  },
  'GET /api/years/:year/meetings/:meeting/paper/print': {
    summary: '纸质票的票面，每页一幅 SVG，单位毫米',
    admits: 'holdBallots',
    params: oneMeeting,
    query: z.strictObject({ voterClass: classId, style }),
    answer: z.strictObject({ pages: z.array(z.string()) }),
  },
  'POST /api/years/:year/meetings/:meeting/paper/printed': {
    summary: '登记印制纸质票；第一次印制后票样定案',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({ voterClass: classId, style, ...shapeOf(printFields) }),
    answer: paperPart,
  },
  'POST /api/years/:year/meetings/:meeting/paper/sheets': {
    summary: '录入一张纸质票；两人录入一致才算',
    admits: 'holdBallots',
    params: oneMeeting,
    body: z.strictObject({
      voterClass: classId,
      number: z.int().min(1).max(2000),
      marks: z.array(writtenMark).min(1).max(500),
      /** The whole sheet cannot be read as one of this form. */
      faulty: z.boolean(),
    }),
    answer: paperSheetPart,
  },
  'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet': {
    summary: '一张纸质票：读到的、存疑的、本人录入的',
    admits: 'holdBallots',
    params: oneSheet,
    answer: z.strictObject({
      sheet: paperSheetPart,
      faulty: z.boolean(),
      rows: z.array(sheetRow),
      /** The pages whose pictures are still kept. */
      pictures: z.array(z.int()),
    }),
  },
  'POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/decided': {
    summary: '确定一张扫描票的存疑格；两人确定一致才算',
    admits: 'holdBallots',
    params: oneSheet,
    body: z.strictObject({
      marks: z.array(z.strictObject({ line: z.int().min(0).max(500), mark: writtenMark })).max(500),
      faulty: z.boolean(),
    }),
    answer: paperSheetPart,
  },
  'POST /api/years/:year/meetings/:meeting/paper/sheets/:sheet/removed': {
    summary: '删去一张录错的纸质票',
    admits: 'holdBallots',
    params: oneSheet,
    body: z.strictObject({ reason: reasonField }),
    answer: paperPart,
  },
  'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet/pictures/:page': {
    summary: '一页纸质票摆正后的图片',
    admits: 'holdBallots',
    params: oneSheet.extend({
      page: z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number),
    }),
    file: true,
  },
  'POST /api/years/:year/meetings/:meeting/paper/scans': {
    summary: '读取纸质票的照片或扫描件（JPG、PNG、PDF）',
    admits: 'holdBallots',
    params: oneMeeting,
    upload: true,
    uploadMegabytes: 40,
    answer: z.strictObject({
      pages: z.array(scannedPage),
      /** The background job that reads the other pages of a long PDF. */
      job: z.uuid().optional(),
    }),
  },
})
