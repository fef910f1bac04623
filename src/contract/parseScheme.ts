import { checkScheme } from '../domain/scheme/checkScheme.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { SchemeFault } from '../domain/scheme/schemeFault.ts'
import { mendShape } from './mendShape.ts'
import { readShape } from './readShape.ts'
import { schemeSchema } from './schemeSchema.ts'
import type { ShapeFault } from './shapeFault.ts'

/** 识读方案: the scheme when its shape is whole, with every fault of shape and of meaning at once. A scheme with a fault must not be promulgated. */
export interface ParsedScheme {
  readonly scheme?: Scheme
  readonly faults: readonly (ShapeFault | SchemeFault)[]
}

/** 由文件内容识读方案. `unread` are top-level fields that may stand in a file which could not be read: nothing is said about them, nor about what depends on them. */
export function parseScheme(raw: unknown, unread: readonly string[] = []): ParsedScheme {
  const whole = readShape(schemeSchema, raw)
  const hidden = unread.map(key => [key])
  if (whole.value !== undefined) {
    const scheme: Scheme = whole.value
    return { scheme, faults: checkScheme(scheme, hidden) }
  }
  const { value, broken } = mendShape(schemeSchema, raw)
  const shown = whole.faults.filter(({ path }) => !unread.includes(String(path[0])))
  return { faults: [...shown, ...checkScheme(value, [...broken, ...hidden])] }
}
