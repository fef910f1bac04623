import { z } from 'zod'
import { citationSchema, idSchema, namedSchema, textSchema } from '../shape/fieldSchemas.ts'

const percent = z.number().min(0).max(100)

/** What a scheme asks of the debrief report. */
export const reportRulesSchema = z.strictObject({
  citation: citationSchema,
  limit: z.int().min(1).max(100_000).describe('字数上限'),
  deadline: idSchema.describe('上报期限，时间节点的编号'),
  minutes: z.int().min(1).max(600).describe('述职时间（分钟）').optional(),
  slides: z.boolean().describe('是否附演示文稿').optional(),
  bodies: z.array(namedSchema).describe('审核把关的部门'),
  leadUnitVets: z.boolean().describe('牵头单位是否审核把关'),
  sections: z
    .array(
      z.strictObject({
        id: idSchema.describe('编号'),
        name: textSchema.describe('标题'),
        meaning: z.enum(['results', 'practice', 'problems', 'nextSteps', 'lastYear']).describe('写什么'),
      }),
    )
    .min(1)
    .describe('报告的部分'),
  shares: z
    .array(
      z.strictObject({
        of: z.enum(['results', 'problems']).describe('哪一侧'),
        from: percent.describe('不少于（%）').optional(),
        to: percent.describe('不多于（%）').optional(),
        citation: citationSchema,
      }),
    )
    .describe('篇幅比例')
    .optional(),
  areas: z
    .array(namedSchema.extend({ citation: citationSchema }))
    .describe('述职内容')
    .optional(),
  lateness: z
    .strictObject({
      late: idSchema.describe('迟报的台账计数项'),
      missing: idSchema.describe('漏报的台账计数项'),
    })
    .describe('迟报、漏报记到哪里')
    .optional(),
})
