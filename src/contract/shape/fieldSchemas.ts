import { z } from 'zod'
import { grainOf, isDay } from '../../domain/kernel/calendar.ts'
import type { Points } from '../../domain/kernel/points.ts'
import { isPoints, points, toDecimal } from '../../domain/kernel/points.ts'

/** Points: a decimal of at most three places in a file, whole thousandths in memory; encodes back to the decimal. */
export const pointsSchema = z.codec(
  z.number().refine(isPoints, { params: { fault: 'notThousandths' } }),
  z.custom<Points>(value => typeof value === 'number'),
  { decode: points, encode: toDecimal },
)

/** An id: a short, non-empty text that other places refer to. */
export const idSchema = z.string().min(1)

/** A non-empty text. */
export const textSchema = z.string().min(1)

/** A date such as `2018-12-21`. */
export const daySchema = z
  .string()
  .refine(isDay, { params: { fault: 'notDay' } })
  .meta({ format: 'date' })

/** A time of day: `09:30`. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** A ledger period (台账期间): `2018`, `2018-Q3` or `2018-09`. */
export const periodSchema = z
  .string()
  .refine(text => grainOf(text) !== undefined, { params: { fault: 'notPeriod' } })
  .meta({ pattern: '^\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$' })

/** A four-digit year. */
export const yearSchema = z.int().min(1900).max(9999)

/** A count of occasions or people: a whole number from 0. */
export const countSchema = z.int().min(0)

/** A quarter, 1 to 4. */
export const quarterSchema = z.literal([1, 2, 3, 4])

/** A citation (条款) as printed: `三（二）1`, `附件 四.4`; checkScheme decides whether it parses and is registered. */
export const citationSchema = z.string().min(1).describe('条款引用，如 三（二）1、附件 四.4')

/** An id with its name. */
export const namedSchema = z.strictObject({
  id: idSchema.describe('编号'),
  name: textSchema.describe('名称'),
})
