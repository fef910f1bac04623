import { z } from 'zod'
import { recordParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'
import { chosenHeadings } from '../shape/listImport.ts'
import { surveyImportPart } from './surveyParts.ts'
import { typedText } from '../shape/typedText.ts'

const one = z.strictObject({ year: yearParam, survey: recordParam })
const kind = z.enum(['answers', 'tallies'])

/** How a bureau's file is arranged: a row an answer, or a row a tally. */
export type SurveyFileKind = z.output<typeof kind>

const filePart = surveyImportPart.extend({
  kind,
  /** What was read, by unit and group, until it is kept or dropped. */
  counts: z.array(
    z.strictObject({
      unitName: z.string(),
      groupName: z.string(),
      answers: z.int(),
      /** The scored answers in words. */
      what: z.string(),
    }),
  ),
})

/** Routes for the file of a bureau with its own system. */
export const surveyFileRoutes = defineRoutes({
  'GET /api/years/:year/surveys/:survey/file': {
    summary: '结果文件的导入情况',
    admits: 'deliverSurveys',
    params: one,
    answer: z.strictObject({ imports: z.array(filePart) }),
  },
  'POST /api/years/:year/surveys/:survey/file': {
    summary: '上传调查方的结果文件（xlsx、csv），逐份或汇总，列由人对应；在后台读取，读完后由人确认',
    admits: 'deliverSurveys',
    params: one,
    query: z.strictObject({ name: typedText().min(1).max(200), kind, as: chosenHeadings }),
    upload: true,
    uploadMegabytes: 100,
    answer: filePart,
  },
  'POST /api/years/:year/surveys/:survey/file/:import/keep': {
    summary: '导入读好的结果文件，代替原来的',
    admits: 'deliverSurveys',
    params: one.extend({ import: recordParam }),
    body: z.strictObject({}),
    answer: filePart,
  },
  'POST /api/years/:year/surveys/:survey/file/:import/drop': {
    summary: '不要这个结果文件',
    admits: 'deliverSurveys',
    params: one.extend({ import: recordParam }),
    body: z.strictObject({}),
    answer: filePart,
  },
})
