import { z } from 'zod'
import { citationSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'

const placeFields = { from: z.int().min(1).describe('自第几名'), to: z.int().min(1).describe('至第几名') }

/** Schema of a consequence (结果运用). (五（三）（四）) */
export const consequenceSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    citation: citationSchema,
    when: z
      .discriminatedUnion('by', [
        z.strictObject({ by: z.literal('fromBottom').describe('倒数名次'), ...placeFields }),
        z.strictObject({ by: z.literal('fromTop').describe('顺数名次'), ...placeFields }),
        z.strictObject({
          by: z.literal('grade').describe('等次'),
          grades: z.array(idSchema).describe('等次编号'),
        }),
      ])
      .describe('适用条件'),
    years: z
      .strictObject({
        from: z.int().min(1).describe('连续几年起'),
        to: z.int().min(1).describe('连续几年止').optional(),
      })
      .describe('连续年数')
      .optional(),
    on: z.enum(['unit', 'appraisee']).describe('对 unit 单位或 appraisee 考核对象'),
    effect: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('performanceDeduction').describe('绩效扣分'),
          points: pointsSchema.describe('扣分'),
        }),
        z.strictObject({
          kind: z.literal('measure').describe('措施'),
          measure: textSchema.describe('措施编号'),
          nextYear: z.boolean().describe('下一年度执行'),
          followUp: z
            .enum(['talk', 'proposal', 'supervision', 'none'])
            .describe(
              '后续事项：talk 约谈，proposal 提出组织调整建议，supervision 列入下一年度重点督查，none 没有',
            )
            .optional(),
        }),
      ])
      .describe('后果'),
    ruling: idSchema.describe('所依口径的编号').optional(),
  })
  .describe('结果运用')

/** Schema of a precondition for an annual grade (年度考核等次). (五（四）) */
export const annualGradeRuleSchema = z
  .strictObject({
    annualGrade: idSchema.describe('年度考核等次编号'),
    name: textSchema.describe('年度考核等次名称'),
    needs: z.array(idSchema).describe('须有的综合评价等次编号之一'),
    citation: citationSchema,
  })
  .describe('年度考核等次前提')

/** Schema of a conversion target (折算目标). (五（三）, R16) */
export const conversionTargetSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    citation: citationSchema,
  })
  .describe('折算计入的考核')

/** Schema of a veto (一票否决). */
export const vetoSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称；同一事项一年内不论几次，只作用一次'),
    citation: citationSchema,
    effect: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('deduct').describe('扣综合得分'),
          points: pointsSchema.describe('扣分'),
        }),
        z.strictObject({ kind: z.literal('zero').describe('综合得分记零') }),
        z.strictObject({ kind: z.literal('disqualify').describe('不参加排名') }),
        z.strictObject({
          kind: z.literal('gradeCap').describe('等次最高为'),
          grade: idSchema.describe('等次编号'),
        }),
        z.strictObject({
          kind: z.literal('grade').describe('等次定为'),
          grade: idSchema.describe('等次编号'),
        }),
      ])
      .describe('效果'),
  })
  .describe('一票否决事项')
