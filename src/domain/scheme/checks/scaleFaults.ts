import { type Points, toDecimal } from '../../kernel/points.ts'
import type { Component } from '../component.ts'
import type { RulingOn, RulingTopic } from '../ruling.ts'
import type { Named } from '../scheme.ts'
import { type FaultPath, type Found, found } from '../schemeFault.ts'
import type { IdKind } from '../schemeFaultValues.ts'
import { RULING_SCOPE } from './eachAnswer.ts'
import { checkReference } from './reference.ts'

/** A scale in a ruling (计分表), and the things it must value for one component. */
interface Scale {
  readonly component: Component
  readonly componentPath: FaultPath
  readonly ruling: RulingOn<RulingTopic>
  readonly path: FaultPath
  readonly ids: readonly Named[]
  readonly idsAt: FaultPath
}

/** Checks a scale's points (分值表): each thing has points, none below zero or above the full mark, not all unscored. (R5, R7, R8) */
export function* checkWorth(
  kind: IdKind,
  worth: Readonly<Record<string, Points | null>>,
  scale: Scale,
  full: Points,
): Generator<Found> {
  const { component, ruling, path } = scale
  const citation = ruling.citation
  yield* checkHasAll('pointsMissing', kind, worth, scale)
  if (full <= 0) return
  for (const { id } of scale.ids) {
    const points = Object.hasOwn(worth, id) ? worth[id] : undefined
    if (points === undefined || points === null || (points >= 0 && points <= full)) continue
    const values = {
      ruling: ruling.id,
      id,
      points: toDecimal(points),
      component: component.name,
      base: toDecimal(full),
    }
    const reads = [
      [...path, id],
      [...scale.componentPath, 'base'],
      [...scale.componentPath, 'methods'],
      ...RULING_SCOPE,
    ]
    yield found('pointsBeyondBase', [...path, id], values, { citation, reads })
  }
}

/** Checks that points fall from each grade to the next (分值由好到差递减); `scale.ids` are the grades, best first. */
export function* checkFalls(worth: Readonly<Record<string, Points | null>>, scale: Scale): Generator<Found> {
  const valued = scale.ids.filter(({ id }) => typeof worth[id] === 'number')
  if (new Set(valued.map(({ id }) => id)).size < valued.length) return
  for (const [at, worse] of valued.entries()) {
    const better = valued[at - 1]
    if (better === undefined || worth[worse.id]! < worth[better.id]!) continue
    const [points, before] = [toDecimal(worth[worse.id]!), toDecimal(worth[better.id]!)]
    const values = { ruling: scale.ruling.id, better: better.name, worse: worse.name, points, before }
    const reads = [scale.path, [...scale.componentPath, 'methods'], ...RULING_SCOPE]
    const code = points > before ? 'gradePointsRise' : 'gradePointsEqual'
    yield found(code, [...scale.path, worse.id], values, { citation: scale.ruling.citation, reads })
  }
}

/** Checks that a table has an entry for each thing (齐全); names those missing. */
export function* checkHasAll(
  code: 'pointsMissing' | 'weightMissing',
  kind: IdKind,
  table: Readonly<Record<string, unknown>>,
  scale: Scale,
): Generator<Found> {
  const { component, componentPath, ruling, path, ids, idsAt } = scale
  for (const [at, { id }] of ids.entries()) {
    if (Object.hasOwn(table, id)) continue
    const reads = [path, [...idsAt, at, 'id'], [...componentPath, 'id'], ...RULING_SCOPE]
    yield found(
      code,
      path,
      { ruling: ruling.id, kind, id, component: component.name },
      { citation: ruling.citation, reads },
    )
  }
}

/** The ids by component (分项) that uses the scale, and their places. */
interface ScaleIds {
  readonly known: readonly { readonly component: string; readonly ids: readonly string[] }[]
  readonly knownAt: readonly FaultPath[]
}

/** Checks the keys of a table (表中的键): each must belong to something scored by a component under this ruling. */
export function* checkScaleKeys(
  kind: IdKind,
  table: Readonly<Record<string, unknown>>,
  { ruling, path }: Pick<Scale, 'ruling' | 'path'>,
  { known, knownAt }: ScaleIds,
): Generator<Found> {
  const ids = known
    .filter(({ component }) => ruling.component === undefined || ruling.component === component)
    .flatMap(one => one.ids)
  if (ids.length === 0) return
  for (const id of Object.keys(table))
    yield* checkReference({
      kind,
      id,
      path: [...path, id],
      known: ids,
      knownAt: [...knownAt, ...RULING_SCOPE],
    })
}
