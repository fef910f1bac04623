import { z } from 'zod'
import { recordParam, revisionField, unitParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { pageQuery, pagingSchema } from '../lists/pageSchema.ts'
import { idSchema } from '../shape/fieldSchemas.ts'
import { chosenHeadings } from '../shape/listImport.ts'
import { shapeOf } from '../shape/shapeOf.ts'
import {
  acceptFields,
  askAgainFields,
  callBackFields,
  handOverFields,
  reserveFields,
  surveyReturnFields,
  takeBackFields,
} from './surveyFields.ts'
import {
  callBackRow,
  caseRow,
  commissionPart,
  erasureAnswer,
  frameCount,
  interviewerRow,
  questionnairePart,
  quotaRow,
  sizePart,
  surveyAnswer,
  surveyedComponent,
  surveyImportPart,
  surveyRow,
} from './surveyParts.ts'
import { typedText } from '../shape/typedText.ts'

const years = z.strictObject({ year: yearParam })
const one = z.strictObject({ year: yearParam, survey: recordParam })
const atRevision = z.strictObject({ revision: revisionField })
const units = z.array(unitParam).min(1).max(5000)
const nameField = typedText().min(1).max(200)

/** Routes for the telephone survey: commission, questionnaire, frame, sample, calls, separation, hand-over. */
export const surveyRoutes = defineRoutes({
  'GET /api/years/:year/surveys': {
    summary: '本年度的民意调查',
    admits: 'readSurveys',
    params: years,
    answer: z.strictObject({
      year: z.int(),
      today: z.string(),
      surveys: z.array(surveyRow),
      components: z.array(surveyedComponent),
    }),
  },
  'POST /api/years/:year/surveys': {
    summary: '拟一项民意调查委托',
    admits: 'commissionSurveys',
    bodyKilobytes: 2048,
    params: years,
    body: z.strictObject({ component: idSchema, commission: commissionPart }),
    answer: surveyAnswer,
  },
  'GET /api/years/:year/surveys/sizes': {
    summary: '按误差范围建议每个单位每类对象的样本量',
    admits: 'commissionSurveys',
    params: years,
    query: z.strictObject({
      component: idSchema,
      halfWidth: z
        .string()
        .regex(/^\d{1,2}$/)
        .transform(Number),
    }),
    answer: z.strictObject({
      sizes: z.array(
        z.strictObject({
          ...sizePart.shape,
          unitName: z.string(),
          groupName: z.string(),
          /** The size for a group without end. */
          unlimited: z.int(),
        }),
      ),
    }),
  },
  'GET /api/years/:year/surveys/:survey': {
    summary: '一项民意调查：委托、问卷、进展和现在能办的步骤',
    admits: 'readSurveys',
    params: one,
    answer: surveyAnswer,
  },
  'PUT /api/years/:year/surveys/:survey/commission': {
    summary: '修改委托；委托以后只能改截止日期、拨打时段和次数',
    admits: 'commissionSurveys',
    bodyKilobytes: 2048,
    params: one,
    body: z.strictObject({ revision: revisionField, commission: commissionPart }),
    answer: surveyAnswer,
  },
  'POST /api/years/:year/surveys/:survey/entrust': {
    summary: '正式委托',
    admits: 'commissionSurveys',
    params: one,
    body: atRevision,
    answer: surveyAnswer,
  },
  'POST /api/years/:year/surveys/:survey/drop': {
    summary: '删除还没有委托的调查',
    admits: 'commissionSurveys',
    params: one,
    body: atRevision,
    answer: z.strictObject({}),
  },
  'PUT /api/years/:year/surveys/:survey/questionnaire': {
    summary: '保存问卷；第一次拨打以后不再改',
    admits: 'editQuestionnaire',
    bodyKilobytes: 256,
    params: one,
    body: z.strictObject({ revision: revisionField, questionnaire: questionnairePart }),
    answer: surveyAnswer,
  },
  'GET /api/years/:year/surveys/:survey/frame': {
    summary: '样本框：导入情况和各单位的人数',
    admits: 'conductSurveys',
    params: one,
    answer: z.strictObject({
      imports: z.array(surveyImportPart),
      counts: z.array(frameCount),
      total: z.int(),
      /** From 0 to 1 while the sample is being drawn. */
      drawing: z.number().optional(),
    }),
  },
  'GET /api/years/:year/surveys/:survey/frame/template.xlsx': {
    summary: '样本框的模板',
    admits: 'conductSurveys',
    params: one,
    file: true,
  },
  'POST /api/years/:year/surveys/:survey/frame': {
    summary: '上传样本框（xlsx），列由人对应；在后台读取，读完后由人确认保留',
    admits: 'conductSurveys',
    params: one,
    query: z.strictObject({ name: nameField, as: chosenHeadings }),
    upload: true,
    uploadMegabytes: 100,
    answer: surveyImportPart,
  },
  'POST /api/years/:year/surveys/:survey/frame/:import/keep': {
    summary: '保留读好的样本框',
    admits: 'conductSurveys',
    params: one.extend({ import: recordParam }),
    body: z.strictObject({}),
    answer: surveyImportPart,
  },
  'POST /api/years/:year/surveys/:survey/frame/:import/drop': {
    summary: '不要这次导入的样本框',
    admits: 'conductSurveys',
    params: one.extend({ import: recordParam }),
    body: z.strictObject({}),
    answer: surveyImportPart,
  },
  'POST /api/years/:year/surveys/:survey/draw': {
    summary: '冻结样本框并抽取样本，两方各报一个数',
    admits: 'conductSurveys',
    params: one,
    body: z.strictObject({
      revision: revisionField,
      parts: z
        .array(z.strictObject({ by: typedText().min(1).max(60), text: typedText().min(1).max(40) }))
        .length(2),
    }),
    answer: surveyAnswer,
  },
  'GET /api/years/:year/surveys/:survey/draw.txt': {
    summary: '抽样记录：冻结的名单（编号、单位、对象、层，没有号码）和抽取结果，任何人可以重算',
    admits: 'readSurveys',
    params: one,
    file: true,
  },
  'POST /api/years/:year/surveys/:survey/reserve': {
    summary: '按抽出的先后启用备用号码',
    admits: 'conductSurveys',
    params: one,
    body: z.strictObject({ unit: unitParam, group: idSchema, ...shapeOf(reserveFields) }),
    answer: z.strictObject({ released: z.int() }),
  },
  'GET /api/years/:year/surveys/:survey/progress': {
    summary: '督导：配额、应答率和访问员工作质量',
    admits: 'conductSurveys',
    params: one,
    answer: z.strictObject({
      quota: z.array(quotaRow),
      /** Cases by AAPOR's groups. */
      outcomes: z.record(z.string(), z.int()),
      /** AAPOR's rates by name, such as RR1. */
      rates: z.record(z.string(), z.number()),
      interviewers: z.array(interviewerRow),
      /** Whether the numbers may be called at this hour. */
      quiet: z.boolean(),
    }),
  },
  'GET /api/years/:year/surveys/:survey/calls.xlsx': {
    summary: '导出访问情况：配额、应答情况、访问员和回访，不含号码',
    admits: 'conductSurveys',
    params: one,
    file: true,
  },
  'GET /api/years/:year/surveys/:survey/cases': {
    summary: '一个单位的样本个案，或其中一类对象的，号码遮蔽',
    admits: 'conductSurveys',
    params: one,
    query: z.strictObject({ ...pageQuery, unit: unitParam, group: idSchema.optional() }),
    answer: z.strictObject({ cases: z.array(caseRow), paging: pagingSchema.optional() }),
  },
  'POST /api/years/:year/surveys/:survey/cases/:case/again': {
    summary: '退回一份答卷，重新访问',
    admits: 'conductSurveys',
    params: one.extend({ case: recordParam }),
    body: z.strictObject(shapeOf(askAgainFields)),
    answer: z.strictObject({}),
  },
  'GET /api/years/:year/surveys/:survey/call-backs': {
    summary: '抽出的回访及其结果',
    admits: 'conductSurveys',
    params: one,
    answer: z.strictObject({ callBacks: z.array(callBackRow) }),
  },
  'POST /api/years/:year/surveys/:survey/call-backs/:case': {
    summary: '登记回访结果；与记录不符的退回重访',
    admits: 'conductSurveys',
    params: one.extend({ case: recordParam }),
    body: z.strictObject(shapeOf(callBackFields)),
    answer: z.strictObject({ callBacks: z.array(callBackRow) }),
  },
  'POST /api/years/:year/surveys/:survey/end': {
    summary: '结束一些单位的访问，抽出十分之一回访',
    admits: 'conductSurveys',
    bodyKilobytes: 1024,
    params: one,
    body: z.strictObject({ units }),
    answer: z.strictObject({ ended: z.int(), checks: z.int() }),
  },
  'POST /api/years/:year/surveys/:survey/close': {
    summary: '结束全部访问',
    admits: 'conductSurveys',
    params: one,
    body: atRevision,
    answer: surveyAnswer,
  },
  'POST /api/years/:year/surveys/:survey/separate': {
    summary: '把一批单位的答卷与受访人分离；全部访问结束后仍不足一批的，只能销毁',
    admits: 'conductSurveys',
    bodyKilobytes: 1024,
    params: one,
    body: z.strictObject({
      units,
      /** Destroys the answers unopened: the last ones, if they are too few for a batch. */
      discard: z.literal(true).optional(),
    }),
    answer: z.strictObject({ units: z.int(), answers: z.int() }),
  },
  'POST /api/years/:year/surveys/:survey/hand-over': {
    summary: '移交结果和调查方法说明',
    admits: 'deliverSurveys',
    params: one,
    body: z.strictObject({ revision: revisionField, ...shapeOf(handOverFields) }),
    answer: surveyAnswer,
  },
  'POST /api/years/:year/surveys/:survey/accept': {
    summary: '接收结果，写入本年度的事实',
    admits: 'commissionSurveys',
    params: one,
    body: z.strictObject({ revision: revisionField, ...shapeOf(acceptFields) }),
    answer: surveyAnswer,
  },
  'POST /api/years/:year/surveys/:survey/return': {
    summary: '退回移交的结果，写明理由',
    admits: 'commissionSurveys',
    params: one,
    body: z.strictObject({ revision: revisionField, ...shapeOf(surveyReturnFields) }),
    answer: surveyAnswer,
  },
  'POST /api/years/:year/surveys/:survey/take-back': {
    summary: '撤回接收，撤下写入的事实',
    admits: 'commissionSurveys',
    params: one,
    body: z.strictObject({ revision: revisionField, ...shapeOf(takeBackFields) }),
    answer: surveyAnswer,
  },
  'GET /api/years/:year/surveys/:survey/erasure': {
    summary: '电话号码删除情况，逐处核对还剩多少',
    admits: 'readSurveys',
    params: one,
    answer: erasureAnswer,
  },
  'POST /api/years/:year/surveys/:survey/erasure': {
    summary: '删除电话号码和姓名；访问结束以后可以提前',
    admits: 'commissionSurveys',
    params: one,
    body: z.strictObject({}),
    answer: erasureAnswer,
  },
})
