import { z } from 'zod'
import { grainOf, isDay } from '../../domain/kernel/calendar.ts'
import type { Points } from '../../domain/kernel/points.ts'
import { isPoints, points, toDecimal } from '../../domain/kernel/points.ts'

/** 分值: a decimal of at most three places in a file, whole thousandths in memory; encodes back to the decimal. */
export const pointsSchema = z.codec(
  z.number().refine(isPoints, { params: { fault: 'notThousandths' } }),
  z.custom<Points>(value => typeof value === 'number'),
  { decode: points, encode: toDecimal },
)

/** 编号: a short text that other places refer to; never empty. */
export const idSchema = z.string().min(1)

/** 文字, never empty. */
export const textSchema = z.string().min(1)

/** 日期 as `2018-12-21`. */
export const daySchema = z
  .string()
  .refine(isDay, { params: { fault: 'notDay' } })
  .meta({ format: 'date' })

/** 台账期间: `2018`, `2018-Q3` or `2018-09`. */
export const periodSchema = z
  .string()
  .refine(text => grainOf(text) !== undefined, { params: { fault: 'notPeriod' } })
  .meta({ pattern: '^\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$' })

/** 年度: a four-digit year. */
export const yearSchema = z.int().min(1900).max(9999)

/** 次数、人数: a whole number from 0. */
export const countSchema = z.int().min(0)

/** 考核季度: 1 to 4. */
export const quarterSchema = z.literal([1, 2, 3, 4])

/** 条款引用 as printed: `三（二）1`, `附件 四.4`; whether it parses and is registered is a matter of checkScheme. */
export const citationSchema = z.string().min(1).describe('条款引用，如 三（二）1、附件 四.4')

/** 编号与名称. */
export const namedSchema = z.strictObject({
  id: idSchema.describe('编号'),
  name: textSchema.describe('名称'),
})
