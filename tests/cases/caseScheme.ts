import { schemeSchema } from '../../src/contract/scheme/schemeSchema.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import type { WorkedCase } from './caseSchema.ts'

type Fields = Record<string, unknown>

/** The scheme of a case: the scheme's own file with the case's other ruling answers and other texts put in, read by the real schema. */
export function caseScheme(raw: Readonly<Fields>, worked: WorkedCase): Scheme {
  const own = structuredClone(raw) as Fields
  for (const [ruling, answer] of Object.entries(worked.rulings ?? {}))
    put(own, ['rulings', ruling, 'answer'], answer)
  for (const [path, value] of Object.entries(worked.instead ?? {})) put(own, path.split('/'), value)
  const read = schemeSchema.safeParse(own)
  if (!read.success) throw new Error(`the case's scheme does not read: ${read.error.message}`)
  return read.data as Scheme
}

/** Sets the value (null takes the field away) at a path whose steps are field names, or ids of list items. Throws when a step leads nowhere. */
function put(root: Fields, path: readonly string[], value: unknown): void {
  const last = path.at(-1)!
  let at: unknown = root
  for (const step of path.slice(0, -1)) at = stepInto(at, step, path)
  if (Array.isArray(at)) {
    const place = at.findIndex(item => (item as Fields)['id'] === last)
    if (place === -1) throw new Error(`no such place in the scheme: ${path.join('/')}`)
    at[place] = value
  } else if (value === null) delete (at as Fields)[last]
  else (at as Fields)[last] = value
}

function stepInto(at: unknown, step: string, path: readonly string[]): unknown {
  const next = Array.isArray(at)
    ? (at.find(item => (item as Fields)['id'] === step) ?? at[Number(step)])
    : (at as Fields)[step]
  if (next === undefined) throw new Error(`no such place in the scheme: ${path.join('/')}`)
  return next
}
