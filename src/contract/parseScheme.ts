import { checkScheme } from '../domain/scheme/checkScheme.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { FaultPath, SchemeFault } from '../domain/scheme/schemeFault.ts'
import { mendShape } from './mendShape.ts'
import { readShape } from './readShape.ts'
import { schemeSchema } from './schemeSchema.ts'
import type { ShapeFault } from './shapeFault.ts'

/** 识读方案: the scheme when its shape is whole, with every fault of shape and of meaning at once. A scheme with a fault must not be promulgated. */
export interface ParsedScheme {
  readonly scheme?: Scheme
  readonly faults: readonly (ShapeFault | SchemeFault)[]
}

/** 由文件内容识读方案. `unread` are places that could not be read at all (a part of the folder that is missing): nothing is said about what depends on them. */
export function parseScheme(raw: unknown, unread: readonly FaultPath[] = []): ParsedScheme {
  const whole = readShape(schemeSchema, raw)
  if (whole.value !== undefined) {
    const scheme: Scheme = whole.value
    return { scheme, faults: checkScheme(scheme, unread) }
  }
  const { value, broken } = mendShape(schemeSchema, raw)
  return { faults: [...whole.faults, ...checkScheme(value, [...broken, ...unread])] }
}
