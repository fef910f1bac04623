import { z } from 'zod'
import { citationSchema, idSchema, namedSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'

const methodCore = {
  tiers: z.array(idSchema).describe('适用的层级编号，不写则适用于所有层级').optional(),
  citation: citationSchema,
  ruling: idSchema.describe('所依口径的编号').optional(),
}

/** Schema of a scoring method (计分方法): one of the kinds of method. */
const methodSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rubric').describe('按评分细则计分'),
      rubric: idSchema.describe('评分细则编号'),
      rounds: z.int().min(1).describe('一年核查几轮'),
      ...methodCore,
    }),
    z.strictObject({ kind: z.literal('ledger').describe('按台账计分'), ...methodCore }),
    z.strictObject({
      kind: z.literal('quotaGrading').describe('按比例评等次计分'),
      within: z
        .enum(['leadUnit', 'cohort', 'all'])
        .describe('在何范围内按比例：leadUnit 牵头单位之内，cohort 类别之内，all 全体'),
      grades: z
        .array(
          z.strictObject({
            id: idSchema.describe('等次编号'),
            name: textSchema.describe('等次名称'),
            share: z.number().describe('比例份数，如 3:5:2 中的 3'),
          }),
        )
        .describe('等次，自最好者起'),
      ...methodCore,
    }),
    z.strictObject({
      kind: z.literal('survey').describe('民意调查计分'),
      groups: z.array(namedSchema).describe('调查人群'),
      answers: z.array(namedSchema).describe('答案'),
      ...methodCore,
    }),
    z.strictObject({
      kind: z.literal('ballots').describe('测评票计分'),
      classes: z.array(namedSchema).describe('票种'),
      marks: z.enum(['points', 'grades']).describe('票面：points 打分，grades 评等次'),
      grades: z.array(namedSchema).default([]).describe('等次，自最好者起；打分时为空'),
      full: pointsSchema.describe('票面满分'),
      ...methodCore,
    }),
    z.strictObject({
      kind: z.literal('measure').describe('以指标数值为得分'),
      measure: idSchema.describe('指标编号'),
      ...methodCore,
    }),
  ])
  .describe('计分方法')

/** Schema of a score conversion. */
const conversionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('ratioToBest').describe('与最高分之比'),
      full: pointsSchema.describe('最高者的得分'),
      citation: citationSchema,
    }),
    z.strictObject({
      kind: z.literal('rankToPoints').describe('按名次赋分'),
      citation: citationSchema,
      table: z.array(pointsSchema).describe('前几名的分值，自第一名起'),
      step: pointsSchema.describe('其后每名递减的分值'),
      least: pointsSchema.describe('最低分值'),
    }),
  ])
  .describe('得分换算')

/** Schema of a component (考核分项). (三（一）) */
export const componentSchema = z
  .strictObject({
    id: idSchema.describe('分项编号'),
    name: textSchema.describe('分项名称'),
    citation: citationSchema,
    weight: pointsSchema.describe('权重，百分数，如 20'),
    base: pointsSchema.describe('分项满分'),
    methods: z.array(methodSchema).describe('计分方法，按层级取第一个适用者'),
    conversion: conversionSchema.optional(),
  })
  .describe('考核分项')
