import { z } from 'zod'

/** 地址中的年度. */
export const yearParam = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

/** 地址中的单位编号. */
export const unitParam = z.string().min(1).max(100)

/** 地址中的记录编号 (UUID). */
export const recordParam = z.uuid()

/** 地址中的序号, from 1. */
export const numberParam = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** 所见版本: the revision that an edit was made on. */
export const revisionField = z.int().min(1).max(2_000_000_000)

/** 一行文字, at most 200 characters. */
export const lineField = z.string().trim().min(1).max(200)

/** 理由, at most 2,000 characters. */
export const reasonField = z.string().trim().min(1).max(2000)
