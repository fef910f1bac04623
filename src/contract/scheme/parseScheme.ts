import { parseCitation } from '../../domain/kernel/citation.ts'
import { checkScheme } from '../../domain/scheme/checkScheme.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import type { SchemeFault } from '../../domain/scheme/schemeFault.ts'
import { mendShape } from '../shape/mendShape.ts'
import { MOST_FAULTS, readShape } from '../shape/readShape.ts'
import { schemeSchema } from './schemeSchema.ts'
import type { ShapeFault } from '../shape/shapeFault.ts'

/** Result of parsing a scheme: the scheme if its shape is valid, and all faults of shape and meaning. A scheme with a fault must not be promulgated. */
interface ParsedScheme {
  readonly scheme?: Scheme
  readonly faults: readonly (ShapeFault | SchemeFault)[]
}

/** Parses a scheme from a file's content. `unread` are top-level fields from a file that could not be read; nothing is reported about them or what depends on them. */
export function parseScheme(raw: unknown, unread: readonly string[] = []): ParsedScheme {
  const whole = readShape(schemeSchema, raw)
  const hidden = unread.map(key => [key])
  const cited = (faults: ParsedScheme['faults']) => faults.map(fault => withCitation(fault, raw))
  if (whole.value !== undefined) {
    const scheme: Scheme = whole.value
    return { scheme, faults: cited(checkScheme(scheme, hidden)) }
  }
  // So broken that nothing is left of it whose meaning could be checked.
  if (whole.faults.length >= MOST_FAULTS) return { faults: cited(whole.faults) }
  const { value, broken } = mendShape(schemeSchema, raw)
  const shown = whole.faults.filter(({ path }) => !unread.includes(String(path[0])))
  return { faults: cited([...shown, ...checkScheme(value, [...broken, ...hidden])]) }
}

/** Gives a fault without a clause the citation of the nearest element around it that has one. */
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
