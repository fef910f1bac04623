import { compareIds } from '../../kernel/ids.ts'
import type { NewLine } from './checkListLine.ts'
import type { DrawLine } from './drawList.ts'

/** Numbers a list (名单): a line without an id keeps the id its name and branch had before, or takes the next free number. Sorts by id. */
export function numberLines(lines: readonly NewLine[], before: readonly DrawLine[]): readonly DrawLine[] {
  const taken = new Set(lines.flatMap(line => (line.id === undefined ? [] : [line.id])))
  const earlier = new Map(before.map(line => [contentOf(line), line.id]))
  const kept = lines.map(line => {
    if (line.id !== undefined) return line
    const id = earlier.get(contentOf(line))
    if (id === undefined || taken.has(id)) return line
    taken.add(id)
    return { ...line, id }
  })
  // A number once given is not given to another line of a later version.
  const used = new Set([...taken, ...before.map(line => line.id)])
  let next = 1
  const numbered = kept.map(line => {
    if (line.id !== undefined) return line as DrawLine
    while (used.has(printed(next))) next++
    return { ...line, id: printed(next++) }
  })
  return numbered.toSorted((one, other) => compareIds(one.id, other.id))
}

function printed(number: number): string {
  return String(number).padStart(3, '0')
}

function contentOf({ name, branch }: Pick<DrawLine, 'name' | 'branch'>): string {
  return `${name}\t${branch ?? ''}`
}
