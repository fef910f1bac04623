import { findKind } from '../../../contract/documents/documentKinds.ts'
import { printPoints } from '../../../domain/kernel/points.ts'
import { listResults } from '../../../domain/score/listResults.ts'
import type { UnitResult } from '../../../domain/score/outcome.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { readCycle, sealInForce } from '../../year/lifecycle.store.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { listStored } from './documents.store.ts'

/** A figure that a later seal corrected. */
interface FigureChange {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** What has changed since a document was issued, and by which seal. */
interface Outdated {
  readonly seal: number
  readonly changes: readonly FigureChange[]
}

/** Finds the issued documents of a year whose figures a later seal corrected, and that no other document corrects yet; `own` limits it to these. Never await it inside a transaction. */
export async function findOutdated(
  db: Database,
  year: number,
  own?: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Outdated>> {
  if (own?.size === 0) return new Map()
  const stored = await readCycle(db, year)
  const [inForce, latest] = [sealInForce(stored?.seals ?? []), stored?.seals.at(-1)]
  const all = inForce === undefined || stored!.seals.length < 2 ? [] : await listStored(db, year)
  const corrected = new Set(all.map(({ corrects }) => corrects))
  const found = new Map<string, Outdated>()
  for (const row of all) {
    const now = findKind(row.kind)?.after === 'approved' || latest?.state === 'returned' ? inForce : latest
    if (row.hash === null || row.seal === null || corrected.has(row.id)) continue
    if (own !== undefined && !own.has(row.id)) continue
    if (now === undefined || now.number <= row.seal) continue
    const moved = await changesBetween(db, year, row.seal, now.number)
    const changes = row.unit === null ? ofAll(moved) : (moved.get(row.unit) ?? [])
    if (changes.length > 0) found.set(row.id, { seal: now.number, changes })
  }
  return found
}

/** A document of the year is about all units. */
function ofAll(moved: ReadonlyMap<string, readonly FigureChange[]>): readonly FigureChange[] {
  if (moved.size === 0) return []
  return [{ name: '考核结果', before: '印发时的结果', after: `${moved.size}个单位的结果有变` }]
}

const kept = new WeakMap<ScoredYear, Map<number, ReadonlyMap<string, readonly FigureChange[]>>>()

/** Compares two seals by unit, once; units without a change are left out. */
async function changesBetween(db: Database, year: number, one: number, other: number) {
  const [before, after] = [await outcomesOf(db).sealed(year, one), await outcomesOf(db).sealed(year, other)]
  if (before?.outcome === undefined || after?.outcome === undefined) return new Map<string, FigureChange[]>()
  const earlier = kept.get(after) ?? new Map<number, ReadonlyMap<string, readonly FigureChange[]>>()
  kept.set(after, earlier)
  const known = earlier.get(one)
  if (known !== undefined) return known
  const [then, now] = [before.outcome, after.outcome].map(
    outcome => new Map(listResults(outcome).map(result => [result.appraisee.unit, figuresOf(result, after)])),
  )
  const moved = new Map<string, readonly FigureChange[]>()
  for (const unit of new Set([...then!.keys(), ...now!.keys()])) {
    const [was, is] = [then!.get(unit), now!.get(unit)]
    const changes = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap(name => {
      const [figure, later] = [was?.get(name) ?? '没有', is?.get(name) ?? '没有']
      return figure === later ? [] : [{ name, before: figure, after: later }]
    })
    if (changes.length > 0) moved.set(unit, changes)
  }
  earlier.set(one, moved)
  return moved
}

/** The figures that documents of a unit print, by name. */
function figuresOf(
  { composite, grade, standing, components, consequences, issues }: UnitResult,
  { scheme }: ScoredYear,
): ReadonlyMap<string, string> {
  const named = scheme!.components.map(({ id, name }) => {
    const points = components.find(({ component }) => component === id)?.points
    return [name, points === undefined ? '没有' : printPoints(points)] as const
  })
  return new Map([
    ['综合得分', composite === undefined ? '没有' : printPoints(composite)],
    ['等次', grade?.name ?? '没有'],
    ['名次', standing === undefined ? '没有' : `第${standing.place}名，共${standing.of}名`],
    ...named,
    ['结果运用', consequences.map(({ name }) => name).join('、') || '没有'],
    ['问题', issues.map(({ text }) => text).join('；') || '没有'],
  ])
}
