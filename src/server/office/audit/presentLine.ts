import { groupNameOf } from '../../../contract/trail/trailGroups.ts'
import { describeTrail } from '../../../contract/trail/describeTrail.ts'
import type { TrailLine } from '../../../files/trail/trailHash.ts'

/** Returns the sentence of a trail line; values in the shape of another version are shown as they are. */
export function sentenceOf({ kind, values }: TrailLine): string {
  try {
    return describeTrail(kind, values)
  } catch {
    return `（${kind}）${JSON.stringify(values)}`
  }
}

/** A presented line of the trail. */
export interface ToldLine {
  readonly seq: number
  readonly at: string
  readonly actorName: string
  readonly group: string
  readonly sentence: string
  readonly year?: number
  readonly unit?: string
  readonly unitName?: string
  readonly hash: string
}

/** Presents a line of the trail, with its unit's name. */
export function presentLine(line: TrailLine, unitNames: ReadonlyMap<string, string>): ToldLine {
  const { seq, at, actorName, kind, year, unit, hash } = line
  const unitName = unit == null ? undefined : unitNames.get(unit)
  return {
    seq,
    at,
    actorName,
    group: groupNameOf(kind),
    sentence: sentenceOf(line),
    ...(year == null ? {} : { year }),
    ...(unit == null ? {} : { unit }),
    unitName,
    hash,
  }
}

/** Whether the sentence contains these words. */
export function hasWords(line: TrailLine, text: string | undefined): boolean {
  const words = (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return true
  const told = `${sentenceOf(line)}\n${line.actorName}`.toLowerCase()
  return words.every(word => told.includes(word))
}
