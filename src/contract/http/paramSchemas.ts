import { z } from 'zod'
import { typedText } from '../shape/typedText.ts'

/** The year in a path. */
export const yearParam = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

/** The unit id in a path. */
export const unitParam = z.string().min(1).max(100)

/** The record id (UUID) in a path. */
export const recordParam = z.uuid()

/** The sequence number in a path, from 1. */
export const numberParam = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** The revision that an edit is based on. */
export const revisionField = z.int().min(1).max(2_000_000_000)

/** The same where nothing may have been saved yet: then 0. */
export const revisionOrNone = z.int().min(0).max(2_000_000_000)

/** A line of text, at most 200 characters. */
export const lineField = typedText().min(1).max(200)

/** A reason, at most 2,000 characters. */
export const reasonField = typedText().min(1).max(2000)
