import { z } from 'zod'
import { recordParam, yearParam } from '../http/paramSchemas.ts'
import { defineRoutes } from '../http/route.ts'

const one = z.strictObject({ year: yearParam, survey: recordParam })

/** A value with its interval. */
const interval = z.strictObject({ value: z.number(), low: z.number(), high: z.number() })

/** The analysis of a survey's answers. */
export const analysisAnswer = z.strictObject({
  units: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string(),
      /** Scored answers. */
      valid: z.int(),
      /** Absent where there are too few answers. */
      mean: interval.optional(),
      /** Whether it differs from all by more than chance. */
      chance: z.enum(['over', 'under']).optional(),
      change: interval.optional(),
      /** The mean with each group weighed by its people. */
      byPeople: z.number().optional(),
    }),
  ),
  mean: z.number().optional(),
  /** The mean over all people; absent where they are not counted. */
  everybody: z
    .strictObject({ mean: interval, effective: z.int(), raked: z.boolean(), met: z.boolean() })
    .optional(),
  /** The bounds of chance by number of answers. */
  bounds: z.array(z.strictObject({ answers: z.int(), low: z.number(), high: z.number() })),
  /** Fewer answers are no result. */
  least: z.int(),
  questions: z.array(z.strictObject({ id: z.string(), text: z.string(), shows: z.enum(['mean', 'share']) })),
  heat: z.array(
    z.strictObject({ unit: z.string(), name: z.string(), cells: z.array(z.number().nullable()) }),
  ),
  cross: z.array(
    z.strictObject({
      title: z.string(),
      answers: z.array(z.string()),
      rows: z.array(
        z.strictObject({
          category: z.string(),
          size: z.int(),
          cells: z.array(z.strictObject({ count: z.int(), share: interval })).optional(),
        }),
      ),
    }),
  ),
  unanswered: z.array(z.strictObject({ text: z.string(), asked: z.int(), share: interval.optional() })),
  frame: z.array(
    z.strictObject({
      category: z.string(),
      ofFrame: z.number(),
      ofSample: interval.optional(),
      differs: z.boolean(),
    }),
  ),
  /** Where the survey and another component of the year disagree; standings from 0 (last) to 1 (first). */
  disagreements: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string(),
      leadName: z.string().optional(),
      componentName: z.string(),
      survey: z.number(),
      other: z.number(),
    }),
  ),
  /** The same by lead group: how many units people rate lower, and how many higher. */
  disagreeingGroups: z.array(
    z.strictObject({ leadName: z.string(), surveyLow: z.int(), surveyHigh: z.int() }),
  ),
  /** The same by theme of the inspection: units that people rate low and how many have nothing recorded there; units that people rate high and how many have. */
  disagreeingThemes: z.array(
    z.strictObject({
      theme: z.string(),
      low: z.int(),
      clean: z.int(),
      high: z.int(),
      faulted: z.int(),
    }),
  ),
})

/** Routes for the analysis of a survey. */
export const analysisRoutes = defineRoutes({
  'GET /api/years/:year/surveys/:survey/analysis': {
    summary: '民意调查分析：各单位得分和误差范围、各题、交叉表、与其他考核项目不一致之处',
    admits: 'readSurveyResults',
    params: one,
    answer: analysisAnswer,
  },
  'GET /api/years/:year/surveys/:survey/open-answers': {
    summary: '开放题意见：指认个人的不显示，其余按相近意见归并，列常见短语',
    admits: 'readSurveyResults',
    params: one,
    answer: z.strictObject({
      answers: z.array(z.strictObject({ unitName: z.string(), groupName: z.string(), text: z.string() })),
      withheld: z.int(),
      /** What the withheld ones hold. */
      marks: z.array(z.strictObject({ name: z.string(), count: z.int() })),
      /** Places in `answers`. */
      phrases: z.array(z.strictObject({ text: z.string(), answers: z.array(z.int()) })),
      groups: z.array(z.strictObject({ text: z.string(), answers: z.array(z.int()) })),
    }),
  },
  'GET /api/years/:year/surveys/:survey/results.xlsx': {
    summary: '导出民意调查结果的各张表',
    admits: 'readSurveyResults',
    params: one,
    file: true,
  },
  'POST /api/years/:year/surveys/:survey/report': {
    summary: '在后台制作民意调查分析报告（公文格式，Word）',
    admits: 'readSurveyResults',
    params: one,
    body: z.strictObject({}),
    answer: z.strictObject({ job: z.uuid() }),
  },
})
