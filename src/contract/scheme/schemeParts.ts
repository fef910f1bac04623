import { z } from 'zod'

/** State of a scheme version. */
const schemeState = z.enum(['draft', 'promulgated'])

/** A scheme version without its content. */
export const schemeVersionHead = z.strictObject({
  version: z.uuid(),
  scheme: z.string().describe('方案编号'),
  number: z.int().describe('第几版'),
  title: z.string(),
  institution: z.string(),
  cycle: z.int(),
  state: schemeState,
  hash: z.string().describe('内容校验值'),
  basedOn: z.uuid().optional(),
  revision: z.int(),
  createdBy: z.string(),
  createdAt: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  promulgatedBy: z.string().optional(),
  promulgatedAt: z.string().optional(),
  rulings: z
    .strictObject({ stated: z.int(), settled: z.int(), assumed: z.int(), open: z.int() })
    .describe('口径各状态的条数'),
  years: z.array(z.int()).describe('以它考核的年度'),
})

/** Summary of a scheme version, as the server holds it. */
export type SchemeVersionHead = z.output<typeof schemeVersionHead>

/** A fault or notice of a scheme: where (keys and indexes from the top), what is wrong and what to do; `file` and `line` if read from a file. */
export const schemeFaultPart = z.strictObject({
  code: z.string(),
  severity: z.enum(['fault', 'warning']),
  path: z.array(z.union([z.string(), z.int()])),
  place: z.string().describe('所在之处，如 评分细则 附件 四.4 分值'),
  citation: z.string().optional(),
  wrong: z.string(),
  remedy: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
})

/** A difference between two versions: both values in readable words; only one if it was added or removed. */
export const schemeDifferencePart = z.strictObject({
  part: z.string().describe('所在部分，如 components'),
  partName: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  place: z.string().describe('所在之处，如 实地核查 权重'),
  path: z.array(z.string()),
  citation: z.string().optional(),
  was: z.string().optional(),
  is: z.string().optional(),
})
