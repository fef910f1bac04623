import { nearestName } from '../../kernel/nearestName.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'

/** 引用的编号: what is referred to, where, what is known, and where the known ids stand. */
export interface Reference {
  readonly kind: IdKind
  readonly id: string
  readonly path: FaultPath
  readonly known: readonly string[]
  readonly knownAt: readonly FaultPath[]
}

/** 核对引用: a fault when the id is not among the known ones, with the nearest of them. */
export function* checkReference({ kind, id, path, known, knownAt }: Reference): Generator<Found> {
  if (known.includes(id)) return
  const nearest = nearestName(id, known)
  const values = nearest === undefined ? { kind, id } : { kind, id, nearest }
  yield found('unknownId', path, values, { reads: [path, ...knownAt] })
}

/** 编号表: the ids of some things and where they stand. */
export interface KnownIds {
  readonly kind: IdKind
  readonly known: readonly string[]
  readonly knownAt: readonly FaultPath[]
}

/** 核对多个引用 to one kind of thing. */
export function* checkAmong(
  ids: KnownIds,
  references: readonly (readonly [string | undefined, FaultPath])[],
): Generator<Found> {
  for (const [id, path] of references) if (id !== undefined) yield* checkReference({ ...ids, id, path })
}

/** 多个编号各自的位置: each id of a list with its index. */
export function placed(
  ids: readonly string[] | undefined,
  path: FaultPath,
): readonly (readonly [string, FaultPath])[] {
  return (ids ?? []).map((id, at) => [id, [...path, at]])
}

/** 对照表各键的位置: each key of a record. */
export function placedKeys(
  record: Readonly<Record<string, unknown>> | undefined,
  path: FaultPath,
): readonly (readonly [string, FaultPath])[] {
  return Object.keys(record ?? {}).map(id => [id, [...path, id]])
}
