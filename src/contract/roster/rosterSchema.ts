import { z } from 'zod'
import { daySchema, idSchema, textSchema } from '../shape/fieldSchemas.ts'

/** Schema of a unit. (一) */
export const unitSchema = z
  .strictObject({
    id: idSchema.describe('单位编号'),
    name: textSchema.describe('单位名称'),
    kind: textSchema.describe('单位类别，如 机关、部门'),
    level: textSchema.describe('单位级别，如 正处级'),
    tier: idSchema.describe('层级编号'),
    leadUnit: idSchema.describe('牵头单位的编号').optional(),
    cohort: idSchema.describe('分类排名的类别编号').optional(),
    affiliated: z.boolean().describe('党组织关系是否归口组织考核者'),
    headedByLeader: z.boolean().describe('是否由上级领导兼任主要负责人'),
    opensOn: daySchema.describe('成立日期').optional(),
    closesOn: daySchema.describe('撤销日期').optional(),
    succeeds: z.array(idSchema).describe('并入本单位的单位编号').optional(),
  })
  .describe('单位')

/** Schema of a tenure. */
export const holderSchema = z
  .strictObject({
    unit: idSchema.describe('单位编号'),
    person: idSchema.describe('人员编号'),
    name: textSchema.describe('姓名'),
    post: textSchema.describe('职务编号'),
    rank: z.int().min(1).describe('排序，副职排名第一为 1').optional(),
    from: daySchema.describe('任职起始日').optional(),
    to: daySchema.describe('任职终止日').optional(),
  })
  .describe('任职')

/** Roster of units and posts (名册): units, and the holders of their posts by date. (一) */
export const rosterSchema = z
  .strictObject({
    units: z.array(unitSchema).describe('单位'),
    holders: z.array(holderSchema).default([]).describe('任职'),
  })
  .describe('单位与职务名册')
