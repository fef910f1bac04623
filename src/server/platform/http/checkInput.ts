import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { describeInput } from '../../../contract/shape/describeInput.ts'
import { readShape } from '../../../contract/shape/readShape.ts'
import type { ShapeFault } from '../../../contract/shape/shapeFault.ts'

/** Invalid input: every fault of a request at once, each with its place. */
export class InputInvalid extends Error {
  readonly faults: string

  constructor(faults: string) {
    super('input invalid')
    this.faults = faults
  }
}

/** Checks input: returns the value in the shape of the contract, or all its faults in a clerk's words. Text that no database can store is refused too. */
export const checkInput: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return data => {
    const unkeepable = findUnkeepable(data)
    if (unkeepable !== undefined) return { error: new InputInvalid(unkeepable) }
    const { value, faults } = readShape(schema, data)
    return faults.length === 0 ? { value } : { error: new InputInvalid(describeAll(schema, faults)) }
  }
}

/** Describes the faults in words of the contract, each once. */
function describeAll(schema: z.ZodType, faults: readonly ShapeFault[]): string {
  return [...new Set(faults.map(fault => describeInput(schema, fault)))].slice(0, 20).join('；')
}

/** The maximum depth: deeper than any input, and far below what the stack can take. */
const MOST_DEPTH = 100

/** The fault of a body of another content type than the route takes. */
export const OTHER_KIND = '内容类型不对，请用页面提交'

/** Finds what cannot be stored: NUL and half a surrogate pair, which PostgreSQL refuses, and excessive nesting. */
export function findUnkeepable(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return '文字中含有空字符，请删去后再提交'
    return value.isWellFormed() ? undefined : '文字中含有不完整的字符，请删去后再提交'
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined
  if (depth > MOST_DEPTH) return `内容嵌套超过 ${MOST_DEPTH} 层，请简化后再提交`
  for (const [key, field] of Object.entries(value)) {
    const found = findUnkeepable(key) ?? findUnkeepable(field, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}
