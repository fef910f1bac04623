import { z } from 'zod'
import { citationSchema, idSchema, textSchema } from '../shape/fieldSchemas.ts'

/** Schema of a kind of debrief meeting. */
export const meetingsSchema = z
  .strictObject({
    id: idSchema.describe('编号'),
    name: textSchema.describe('名称'),
    citation: citationSchema,
    component: idSchema.describe('测评票计入哪个分项'),
    tiers: z.array(idSchema).describe('哪些层级的书记述职，不写则全部').optional(),
    convenor: z
      .enum(['committee', 'leadUnit'])
      .describe('committee 组织考核者召集，leadUnit 牵头单位各自召集'),
    deadline: idSchema.describe('在哪个时间节点之内召开').optional(),
    recountDays: z.int().min(0).max(60).describe('成绩告知后几天内可以申请重新计票，不写则不受理').optional(),
  })
  .describe('述职测评会议')
