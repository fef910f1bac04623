import { z } from 'zod'
import { citationSchema, idSchema, pointsSchema, textSchema } from '../shape/fieldSchemas.ts'
import { ruleSchema } from './ruleSchema.ts'

/** Schema of a rubric row. (附件) */
export const rowSchema = z
  .strictObject({
    id: idSchema.describe('行号，如 四.4，全方案唯一'),
    section: idSchema.describe('所属核实项目的编号'),
    title: textSchema.describe('核查内容，用自己的话写'),
    base: pointsSchema.describe('分值（基分）'),
    citation: citationSchema,
    floor: z
      .union([pointsSchema, z.literal('negative')])
      .describe('下限；negative 为可以倒扣，不写则按 rowFloor 口径')
      .optional(),
    cap: pointsSchema.describe('上限').optional(),
    tiers: z.array(idSchema).describe('只适用于这些层级的单位，不写则适用于所有层级').optional(),
    rules: z.array(ruleSchema).describe('评分标准'),
  })
  .meta({ id: 'row', description: '评分细则的一行' })

/** Schema of a rubric (评分细则). (附件) */
export const rubricSchema = z
  .strictObject({
    id: idSchema.describe('评分细则编号'),
    title: textSchema.describe('名称'),
    base: pointsSchema.describe('满分'),
    citation: citationSchema,
    sections: z
      .array(
        z.strictObject({
          id: idSchema.describe('核实项目编号'),
          title: textSchema.describe('核实项目名称'),
          base: pointsSchema.describe('本项目分值，写明则各行合计应与它相等').optional(),
          deductionCap: pointsSchema.describe('本项目各行合计最多扣分').optional(),
          citation: citationSchema.optional(),
        }),
      )
      .describe('核实项目'),
    rows: z.array(rowSchema).describe('各行'),
  })
  .describe('评分细则')
