import { z } from 'zod'
import { recordParam, revisionField, revisionOrNone, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import { correctFields, draftFields, issuerFields, issueFields, receiptFields } from './documentsFields.ts'

const year = z.strictObject({ year: yearParam })
const one = z.strictObject({ year: yearParam, document: recordParam })
const kind = z.string().min(1).max(40)

const documentRow = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  unit: z.string().optional(),
  unitName: z.string().optional(),
  standing: z.enum(['draft', 'issued', 'outdated', 'corrected']),
  number: z.string().optional(),
  issuedOn: z.string().optional(),
  by: z.string(),
  at: z.string(),
})

const issuerPart = z.strictObject({
  id: z.uuid(),
  names: z.array(z.string()),
  word: z.string(),
  imprint: z.string(),
  revision: z.int(),
  /** The last number of this year. */
  last: z.int(),
})

const documentPart = documentRow.extend({
  revision: z.int(),
  edits: z.strictObject({
    title: z.string(),
    addressee: z.string(),
    copyTo: z.string(),
    attachments: z.string(),
    signer: z.string(),
    note: z.string(),
  }),
  /** What is printed where a field is left blank. */
  defaults: z.strictObject({ title: z.string(), addressee: z.string() }),
  /** The text of the file: paragraphs, and tables of cells. */
  parts: z.array(
    z.union([
      z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
      z.strictObject({ kind: z.literal('table'), rows: z.array(z.array(z.string())) }),
    ]),
  ),
  /** Why it cannot be issued now. */
  whyNot: z.string().optional(),
  issued: z
    .strictObject({
      by: z.string(),
      at: z.string(),
      hash: z.string(),
      /** The seal it rests on; none where it was issued before one. */
      seal: z.int().optional(),
      results: z.string().describe('所依据结果的指纹').optional(),
      template: z.string().describe('所用模板'),
    })
    .optional(),
  /** What a later seal corrected of its figures, while no other document corrects it. */
  outdated: z
    .strictObject({
      seal: z.int(),
      changes: z.array(z.strictObject({ name: z.string(), before: z.string(), after: z.string() })),
    })
    .optional(),
  /** The receipt; `wantsReceipt` where one is waited for. */
  receipt: z
    .strictObject({ receiver: z.string(), receivedOn: z.string(), note: z.string(), by: z.string() })
    .optional(),
  wantsReceipt: z.boolean(),
  /** Whether the reader is on the side that issues it. */
  mine: z.boolean(),
  /** Whether its table may be taken as a workbook. */
  hasTable: z.boolean(),
  corrects: z.strictObject({ id: z.uuid(), number: z.string(), reason: z.string() }).optional(),
  correctedBy: z.strictObject({ id: z.uuid(), number: z.string().optional() }).optional(),
})

/** A finding about a Word file. */
const findingPart = z.strictObject({
  weight: z.enum(['fault', 'hint']),
  where: z.string(),
  what: z.string(),
  remedy: z.string(),
})

const versionParam = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)

const templatePart = z.strictObject({
  kind: z.string(),
  name: z.string(),
  citation: z.string(),
  /** The version in force; 0 is the template that ships. */
  version: z.int(),
  versions: z.array(
    z.strictObject({ version: z.int(), name: z.string(), ours: z.boolean(), by: z.string(), at: z.string() }),
  ),
})

/** Routes for official documents (公文): drafts from the year's data, numbers, issue, corrections, files. */
export const documentsRoutes = defineRoutes({
  'GET /api/years/:year/documents': {
    summary: '公文清单',
    admits: 'readDocuments',
    params: year,
    query: z.strictObject(pageQuery),
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      kinds: z.array(
        z.strictObject({
          kind: z.string(),
          name: z.string(),
          /** What it is for. */
          purpose: z.string(),
          per: z.enum(['unit', 'year', 'each']),
          citation: z.string(),
          /** Whether the reader drafts and issues it. */
          mine: z.boolean(),
          drafts: z.int(),
          issued: z.int(),
          /** Of the issued ones, those whose figures a later seal corrected. */
          outdated: z.int(),
        }),
      ),
      documents: z.array(documentRow),
      paging: pagingSchema.optional(),
    }),
  },
  'GET /api/years/:year/documents/open': {
    summary: '各文种还能起草几份；不能起草的，还缺什么、在哪里办',
    admits: 'draftDocuments',
    params: year,
    answer: z.strictObject({
      kinds: z.array(
        z.strictObject({
          kind: z.string(),
          /** How many have no document yet. */
          open: z.int(),
          /** Why none can be drafted now, and the page where that is seen to. */
          whyNot: z.string().optional(),
          source: z.strictObject({ page: z.string(), name: z.string() }).optional(),
        }),
      ),
    }),
  },
  'POST /api/years/:year/documents': {
    summary: '起草公文：一份，或全部单位各一份；份数多的在后台起草',
    admits: 'draftDocuments',
    params: year,
    body: z.strictObject({ kind, unit: z.string().min(1).max(100).optional(), all: z.boolean().optional() }),
    /** Either how many were made, or the background job that makes many. */
    answer: z.strictObject({
      made: z.int().optional(),
      document: z.uuid().optional(),
      job: z.uuid().optional(),
    }),
  },
  'GET /api/years/:year/documents/:document': {
    summary: '一份公文',
    admits: 'readDocuments',
    params: one,
    answer: documentPart,
  },
  'PUT /api/years/:year/documents/:document': {
    summary: '修改公文草稿',
    admits: 'draftDocuments',
    params: one,
    body: z.strictObject({ ...shapeOf(draftFields), revision: revisionField }),
    answer: z.strictObject({ revision: z.int() }),
  },
  'DELETE /api/years/:year/documents/:document': {
    summary: '删除公文草稿',
    admits: 'draftDocuments',
    params: one,
    answer: z.strictObject({}),
  },
  'POST /api/years/:year/documents/:document/issue': {
    summary: '印发一份公文：编号并留存',
    admits: 'issueDocuments',
    params: one,
    body: z.strictObject({ ...shapeOf(issueFields), issuer: z.uuid(), revision: revisionField }),
    answer: z.strictObject({ number: z.string(), hash: z.string() }),
  },
  'POST /api/years/:year/documents/:document/correct': {
    summary: '更正已印发的公文：另起草一份',
    admits: 'draftDocuments',
    params: one,
    body: z.strictObject(shapeOf(correctFields)),
    answer: z.strictObject({ document: z.uuid() }),
  },
  'POST /api/years/:year/documents/correct': {
    summary: '结果更正后，给一个文种所涉的文件各起草一份更正',
    admits: 'draftDocuments',
    params: year,
    body: z.strictObject({ kind, ...shapeOf(correctFields) }),
    answer: z.strictObject({ made: z.int() }),
  },
  'POST /api/years/:year/documents/issue': {
    summary: '在后台印发一个文种的全部草稿',
    admits: 'issueDocuments',
    params: year,
    body: z.strictObject({ kind, issuer: z.uuid(), ...shapeOf({ day: issueFields.day }) }),
    answer: z.strictObject({ job: z.uuid() }),
  },
  'POST /api/years/:year/documents/pack': {
    summary: '在后台打包一个文种已印发的全部文件',
    admits: 'issueDocuments',
    params: year,
    body: z.strictObject({ kind }),
    answer: z.strictObject({ job: z.uuid() }),
  },
  'GET /api/years/:year/documents/:document/file.docx': {
    summary: '公文的 Word 文件：草稿为现在的样子，印发后为留存的文件',
    admits: 'readDocuments',
    params: one,
    file: true,
  },
  'GET /api/years/:year/documents/:document/table.xlsx': {
    summary: '公文所附的表：与文件上的数字一致',
    admits: 'readDocuments',
    params: one,
    file: true,
  },
  'POST /api/years/:year/documents/:document/receipt': {
    summary: '登记已印发公文的回执',
    admits: 'issueDocuments',
    params: one,
    body: z.strictObject(shapeOf(receiptFields)),
    answer: z.strictObject({}),
  },
  'POST /api/documents/style': {
    summary: '检查一份 Word 文件的公文格式，不留存',
    admits: 'draftDocuments',
    query: z.strictObject({ name: z.string().min(1).max(255) }),
    upload: true,
    uploadMegabytes: 10,
    readOnly: true,
    answer: z.strictObject({ findings: z.array(findingPart) }),
  },
  'GET /api/documents/templates': {
    summary: '各文种所用的模板和以前的版本',
    admits: 'keepTemplates',
    answer: z.strictObject({ templates: z.array(templatePart) }),
  },
  'POST /api/documents/templates/:kind': {
    summary: '检查模板；没有问题的可以换用',
    admits: 'keepTemplates',
    params: z.strictObject({ kind }),
    query: z.strictObject({ name: z.string().min(1).max(255), step: z.enum(['check', 'write']) }),
    upload: true,
    uploadMegabytes: 5,
    answer: z.strictObject({ findings: z.array(findingPart), version: z.int().optional() }),
  },
  'POST /api/documents/templates/:kind/sample.docx': {
    summary: '上传的模板填上样例内容，不留存',
    admits: 'keepTemplates',
    params: z.strictObject({ kind }),
    query: z.strictObject({ name: z.string().min(1).max(255) }),
    upload: true,
    uploadMegabytes: 5,
    readOnly: true,
    file: true,
  },
  'POST /api/documents/templates/:kind/use': {
    summary: '换回随软件提供的模板，或换用以前的版本',
    admits: 'keepTemplates',
    params: z.strictObject({ kind }),
    body: z.strictObject({ version: z.int().min(0).describe('版本；0 是随软件提供的模板') }),
    answer: z.strictObject({ version: z.int() }),
  },
  'GET /api/documents/templates/:kind/template.docx': {
    summary: '模板的 Word 文件；版本 0 是随软件提供的',
    admits: 'keepTemplates',
    params: z.strictObject({ kind }),
    query: z.strictObject({ version: versionParam, sample: z.enum(['yes']).optional() }),
    file: true,
  },
  'GET /api/documents/issuers': {
    summary: '发文机关和它们的编号',
    admits: 'draftDocuments',
    answer: z.strictObject({ issuers: z.array(issuerPart) }),
  },
  'PUT /api/documents/issuers/:issuer': {
    summary: '登记或修改发文机关',
    admits: 'issueDocuments',
    params: z.strictObject({ issuer: recordParam }),
    body: z.strictObject({ ...shapeOf(issuerFields), revision: revisionOrNone }),
    answer: issuerPart,
  },
})
