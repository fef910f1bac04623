import { z } from 'zod'
import { fileHash } from '../files/filesRoutes.ts'
import {
  lineField,
  recordParam,
  revisionField,
  revisionOrNone,
  unitParam,
  yearParam,
} from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { namedSchema } from '../shape/fieldSchemas.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import {
  copyPart,
  differencePart,
  reportAnswer,
  reportContent,
  reportRow,
  reportTermsPart,
  slidesPart,
} from './reportParts.ts'
import {
  commentFields,
  dropLatenessFields,
  handInFields,
  returnFields,
  takeInFields,
  waiverFields,
} from './reportsFields.ts'
import { typedText } from '../shape/typedText.ts'

const years = z.strictObject({ year: yearParam })
const ofUnit = z.strictObject({ year: yearParam, unit: unitParam })
const nthField = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
const vetterField = z.string().min(1).max(100)
const slidesRef = z.strictObject({ file: fileHash, name: typedText().min(1).max(255) })

/** Routes for debrief reports: drafts, hand-in, vetting, copies, and who is late. */
export const reportsRoutes = defineRoutes({
  'GET /api/years/:year/reports': {
    summary: '述职报告清单：状态、字数、上报和审核情况',
    admits: 'readReports',
    params: years,
    query: z.strictObject({ ...pageQuery }),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      due: z.string().optional(),
      terms: reportTermsPart,
      /** The tiers of the scheme, of which the reports can be fetched. */
      tiers: z.array(namedSchema),
      reports: z.array(reportRow),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/vote/meetings/:meeting/reports': {
    summary: '一次会议上参评人可以阅读的述职报告',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    params: z.strictObject({ meeting: recordParam }),
    answer: z.strictObject({ units: z.array(z.string()) }),
  },
  'GET /api/vote/meetings/:meeting/reports/:unit': {
    summary: '参评人在手机上阅读述职报告，不用票条和登录',
    admits: 'anyone',
    forAll: true,
    traceless: true,
    params: z.strictObject({ meeting: recordParam, unit: unitParam }),
    answer: z.strictObject({
      title: z.string(),
      sections: z.array(z.strictObject({ name: z.string(), paragraphs: z.array(z.string()) })),
    }),
  },
  'POST /api/years/:year/reports/pack': {
    summary: '在后台打包上报的述职报告（Word），可以只要一个层级或一个牵头单位的',
    admits: 'readReports',
    params: years,
    body: z.strictObject({ tier: z.string().max(100).optional(), leadUnit: unitParam.optional() }),
    answer: z.strictObject({ job: z.uuid() }),
  },
  'POST /api/years/:year/reports/reading': {
    summary: '读取一份 Word 报告（docx），按方案的部分排好段落供核对，不保存',
    admits: 'uploadFiles',
    params: years,
    query: z.strictObject({ name: z.string().min(1).max(255) }),
    upload: true,
    readOnly: true,
    answer: z.strictObject({
      content: reportContent,
      /** What was left out or could not be placed, in sentences. */
      notices: z.array(z.string()),
    }),
  },
  'GET /api/years/:year/units/:unit/report': {
    summary: '一个单位的述职报告：书记本人看到草稿，其他人看到上报的一稿',
    admits: 'readReports',
    params: ofUnit,
    answer: reportAnswer,
  },
  'PUT /api/years/:year/units/:unit/report': {
    summary: '保存述职报告草稿',
    admits: 'writeReport',
    bodyKilobytes: 2048,
    params: ofUnit,
    body: z.strictObject({
      revision: revisionOrNone,
      content: reportContent,
      /** Keeps the text that is replaced as a version: before a paste or an upload takes its place. */
      keep: z.boolean().default(false),
    }),
    answer: z.strictObject({ revision: z.int(), savedAt: z.string() }),
  },
  'PUT /api/years/:year/units/:unit/report/slides': {
    summary: '附上或取下述职演示文稿（pptx 或 PDF，须先上传）',
    admits: 'writeReport',
    params: ofUnit,
    body: z.strictObject({ slides: slidesRef.nullable(), revision: revisionOrNone }),
    answer: z.strictObject({ revision: z.int(), slides: slidesPart.optional() }),
  },
  'POST /api/years/:year/units/:unit/report/hand-in': {
    summary: '上报述职报告',
    admits: 'writeReport',
    params: ofUnit,
    body: z.strictObject({ ...shapeOf(handInFields), revision: revisionField }),
    answer: reportAnswer,
  },
  'POST /api/years/:year/units/:unit/report/take-in': {
    summary: '代收不经系统送来的述职报告',
    admits: 'receiveReports',
    bodyKilobytes: 2048,
    params: ofUnit,
    body: z.strictObject({
      ...shapeOf(takeInFields),
      content: reportContent,
      slides: slidesRef.optional(),
      revision: revisionOrNone,
    }),
    answer: reportAnswer,
  },
  'POST /api/years/:year/units/:unit/report/waiver': {
    summary: '准许一份述职报告超出字数',
    admits: 'waiveReportLimit',
    params: ofUnit,
    body: z.strictObject(shapeOf(waiverFields)),
    answer: reportAnswer,
  },
  'POST /api/years/:year/units/:unit/report/sign': {
    summary: '审核通过述职报告，各部门各自签收',
    admits: 'vetReports',
    params: ofUnit,
    body: z.strictObject({ vetter: vetterField, revision: revisionField }),
    answer: reportAnswer,
  },
  'POST /api/years/:year/units/:unit/report/return': {
    summary: '退回述职报告，写明理由',
    admits: 'vetReports',
    params: ofUnit,
    body: z.strictObject({ vetter: vetterField, ...shapeOf(returnFields), revision: revisionField }),
    answer: reportAnswer,
  },
  'POST /api/years/:year/units/:unit/report/comments': {
    summary: '批注述职报告的一段或全文',
    admits: 'vetReports',
    params: ofUnit,
    body: z.strictObject({
      vetter: vetterField,
      /** The version that was read. */
      nth: z.int().min(1),
      paragraph: z.string().min(1).max(40).optional(),
      ...shapeOf(commentFields),
    }),
    answer: reportAnswer,
  },
  'POST /api/years/:year/units/:unit/report/comments/:comment/withdraw': {
    summary: '撤回自己的一条批注',
    admits: 'vetReports',
    params: ofUnit.extend({ comment: recordParam }),
    body: z.strictObject({}),
    answer: reportAnswer,
  },
  'GET /api/years/:year/units/:unit/report/versions/:nth': {
    summary: '述职报告保留的一稿',
    admits: 'readReports',
    params: ofUnit.extend({ nth: nthField }),
    answer: z.strictObject({
      nth: z.int(),
      words: z.int(),
      at: z.string(),
      by: z.string(),
      content: reportContent,
    }),
  },
  'GET /api/years/:year/units/:unit/report/differences': {
    summary: '述职报告两稿之间的改动；不写 to 的，与书记的草稿或最新一稿比',
    admits: 'readReports',
    params: ofUnit,
    query: z.strictObject({ from: nthField, to: nthField.optional() }),
    answer: z.strictObject({ title: differencePart.optional(), paragraphs: z.array(differencePart) }),
  },
  'GET /api/years/:year/units/:unit/report/copies': {
    summary: '与本年度和往年述职报告大段相同的段落；不因此拒绝上报',
    admits: 'readReports',
    params: ofUnit,
    answer: z.strictObject({ compared: z.int(), copies: z.array(copyPart) }),
  },
  'GET /api/years/:year/units/:unit/report/report.docx': {
    summary: '述职报告（Word，公文版式）；不写 nth 的为最新一稿',
    admits: 'readReports',
    params: ofUnit,
    query: z.strictObject({ nth: nthField.optional() }),
    file: true,
  },
  'GET /api/years/:year/reports/lateness': {
    summary: '述职报告迟报、漏报的建议和已办的登记',
    admits: 'recordRoutine',
    params: years,
    answer: z.strictObject({
      due: z.string().optional(),
      today: z.string(),
      /** Whether the scheme says which counters they are recorded under. */
      recordable: z.boolean(),
      proposed: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          leadUnitName: z.string().optional(),
          kind: z.enum(['late', 'missing']),
          /** The day it came; none if missing. */
          on: z.string().optional(),
          days: z.int(),
        }),
      ),
      settled: z.array(
        z.strictObject({
          unit: z.string(),
          unitName: z.string(),
          kind: z.enum(['late', 'missing']),
          recorded: z.boolean(),
          reason: z.string(),
          by: z.string(),
          at: z.string(),
        }),
      ),
    }),
  },
  'POST /api/years/:year/reports/lateness/confirm': {
    summary: '确认迟报、漏报，记入会议和报送台账',
    admits: 'recordRoutine',
    bodyKilobytes: 256,
    params: years,
    body: z.strictObject({
      units: z
        .array(z.strictObject({ unit: unitParam, kind: z.enum(['late', 'missing']) }))
        .min(1)
        .max(2000),
    }),
    answer: z.strictObject({ recorded: z.int() }),
  },
  'POST /api/years/:year/reports/lateness/drop': {
    summary: '迟报、漏报不予登记，写明理由',
    admits: 'recordRoutine',
    params: years,
    body: z.strictObject({
      unit: unitParam,
      kind: z.enum(['late', 'missing']),
      ...shapeOf(dropLatenessFields),
    }),
    answer: z.strictObject({ unit: lineField }),
  },
})
