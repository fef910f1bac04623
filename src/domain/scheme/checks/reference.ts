import { nearestName } from '../../kernel/nearestName.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'

/** A reference (引用): the id, its place, the known ids and their places. */
interface Reference {
  readonly kind: IdKind
  readonly id: string
  readonly path: FaultPath
  readonly known: readonly string[]
  readonly knownAt: readonly FaultPath[]
}

/** Checks a reference (核对引用): yields a fault with the nearest known id if the id is unknown. */
export function* checkReference({ kind, id, path, known, knownAt }: Reference): Generator<Found> {
  if (known.includes(id)) return
  const nearest = nearestName(id, known)
  const values = nearest === undefined ? { kind, id } : { kind, id, nearest }
  yield found('unknownId', path, values, { reads: [path, ...knownAt] })
}

/** The ids of some things and their places (编号表). */
export interface KnownIds {
  readonly kind: IdKind
  readonly known: readonly string[]
  readonly knownAt: readonly FaultPath[]
}

/** Checks several references (核对多个引用) to one kind of thing. */
export function* checkAmong(
  ids: KnownIds,
  references: readonly (readonly [string | undefined, FaultPath])[],
): Generator<Found> {
  for (const [id, path] of references) if (id !== undefined) yield* checkReference({ ...ids, id, path })
}

/** Returns each id of a list with its place (位置), ending in its index. */
export function placed(
  ids: readonly string[] | undefined,
  path: FaultPath,
): readonly (readonly [string, FaultPath])[] {
  return (ids ?? []).map((id, at) => [id, [...path, at]])
}

/** Returns each key of a record with its place (对照表各键). */
export function placedKeys(
  record: Readonly<Record<string, unknown>> | undefined,
  path: FaultPath,
): readonly (readonly [string, FaultPath])[] {
  return Object.keys(record ?? {}).map(id => [id, [...path, id]])
}
