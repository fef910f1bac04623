import { z } from 'zod'
import { factsSchema } from '../year/factsSchema.ts'
import { historySchema } from '../year/historySchema.ts'
import { resultsSchema } from '../results/resultsSchema.ts'
import { schemeSchema } from '../scheme/schemeSchema.ts'

const SOURCES = {
  scheme: [schemeSchema, '衡评考核方案'],
  facts: [factsSchema, '衡评年度事实'],
  history: [historySchema, '衡评历年结果'],
  results: [resultsSchema, '衡评考核结果'],
} as const

/** Returns the published file formats as JSON Schema (draft 2020-12) text, by file name, made from the schemas that read them. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SOURCES).map(([name, [schema, title]]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
      const named = { $schema, $id: `urn:hengping:${name}:1`, title, ...rest }
      return [`${name}.schema.json`, `${JSON.stringify(named, null, 2)}\n`]
    }),
  )
}
