import { z } from 'zod'
import type { History } from '../../domain/year/history/history.ts'
import { idSchema, pointsSchema, yearSchema } from '../shape/fieldSchemas.ts'

/** A history file. */
export interface HistoryFile extends History {
  readonly format: 'hengping-history/1'
}

/** Schema of one appraisee's result in one year. */
export const pastEntrySchema = z
  .strictObject({
    unit: idSchema.describe('单位编号'),
    person: idSchema.describe('人员编号'),
    composite: pointsSchema.describe('综合得分'),
    place: z.int().min(1).describe('名次'),
    fromBottom: z.int().min(1).describe('倒数第几名'),
    of: z.int().min(1).describe('参加排名的总数').optional(),
    grade: idSchema.describe('综合评价等次编号'),
    rowsLost: z.array(idSchema).describe('失分的行号').optional(),
  })
  .describe('某年的结果')

/** Format of a history file: parses file shape into HistoryFile. (五（四）) */
export const historySchema = z
  .strictObject({
    format: z.literal('hengping-history/1').describe('文件格式'),
    years: z
      .array(
        z.strictObject({
          cycle: yearSchema.describe('年度'),
          entries: z.array(pastEntrySchema).describe('各考核对象的结果'),
        }),
      )
      .describe('各年度'),
  })
  .describe('衡评：历年结果文件')
