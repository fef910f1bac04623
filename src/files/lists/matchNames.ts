import { comparable } from '../../domain/kernel/comparable.ts'
import { refuse, type Refusal } from '../../domain/kernel/refusal.ts'
import type { Named } from '../../domain/scheme/scheme.ts'

/** Creates a lookup of an id by id or name: first as written, then as names are compared. A text that fits two of them so is refused (`unitAmbiguous`). */
export function createNames(named: readonly Named[]): (text: string) => string | Refusal | undefined {
  const exact = new Map<string, string>()
  for (const { id } of named) exact.set(id, id)
  for (const { id, name } of named) if (!exact.has(name)) exact.set(name, id)
  const alike = new Map<string, Named[]>()
  for (const one of named)
    for (const text of new Set([comparable(one.id), comparable(one.name)]))
      alike.set(text, [...(alike.get(text) ?? []), one])
  return text => {
    const found = exact.get(text)
    if (found !== undefined) return found
    const [only, ...others] = alike.get(comparable(text)) ?? []
    if (only === undefined || others.length === 0) return only?.id
    const fits = [only, ...others].map(({ id, name }) => `“${name}”（${id}）`).join('、')
    return refuse('unitAmbiguous', { unit: text, fits })
  }
}

/** Creates a lookup of an id by id or name; any other text is returned for the next check to refuse. */
export function createTerms(terms: readonly Named[]): (text: string) => string {
  const find = createNames(terms)
  return text => {
    const found = find(text)
    return typeof found === 'string' ? found : text
  }
}
