import { parseCitation } from '../../domain/kernel/citation.ts'
import { checkScheme } from '../../domain/scheme/checkScheme.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { SchemeFault } from '../../domain/scheme/schemeFault.ts'
import { mendShape } from '../shape/mendShape.ts'
import { readShape } from '../shape/readShape.ts'
import { schemeSchema } from './schemeSchema.ts'
import type { ShapeFault } from '../shape/shapeFault.ts'

/** 识读方案: the scheme when its shape is whole, with every fault of shape and of meaning at once. A scheme with a fault must not be promulgated. */
export interface ParsedScheme {
  readonly scheme?: Scheme
  readonly faults: readonly (ShapeFault | SchemeFault)[]
}

/** 由文件内容识读方案. `unread` are top-level fields that may stand in a file which could not be read: nothing is said about them, nor about what depends on them. */
export function parseScheme(raw: unknown, unread: readonly string[] = []): ParsedScheme {
  const whole = readShape(schemeSchema, raw)
  const hidden = unread.map(key => [key])
  const cited = (faults: ParsedScheme['faults']) => faults.map(fault => withCitation(fault, raw))
  if (whole.value !== undefined) {
    const scheme: Scheme = whole.value
    return { scheme, faults: cited(checkScheme(scheme, hidden)) }
  }
  const { value, broken } = mendShape(schemeSchema, raw)
  const shown = whole.faults.filter(({ path }) => !unread.includes(String(path[0])))
  return { faults: cited([...shown, ...checkScheme(value, [...broken, ...hidden])]) }
}

/** A fault that names no clause of its own lies under that of the nearest thing around it which cites one. */
function withCitation<F extends ShapeFault | SchemeFault>(fault: F, raw: unknown): F {
  if (fault.citation !== undefined) return fault
  let [node, citation]: [unknown, string | undefined] = [raw, undefined]
  for (const step of fault.path) {
    if (typeof node !== 'object' || node === null) break
    const cites = (node as { readonly citation?: unknown }).citation
    if (typeof cites === 'string' && parseCitation(cites) !== undefined) citation = cites
    node = (node as Readonly<Record<string | number, unknown>>)[step]
  }
  return citation === undefined ? fault : { ...fault, citation }
}
