import { printQuarter } from '../../../domain/kernel/calendar.ts'
import type { z } from 'zod'
import type { drawRoutes } from '../../../contract/draw/drawRoutes.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { findCycle, unitNames } from '../../office/roster/unit.store.ts'
import { findSession, listDraws, listSessions, listSessionUnits } from './draw.store.ts'
import { needsAnother } from './holdDraw.ts'
import { latestLists } from './drawList.store.ts'
import { presentPart, presentRecord, presentSession } from './presentDraw.ts'
import { writeRecord } from './writeRecord.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type Answer<K extends keyof typeof drawRoutes> = (typeof drawRoutes)[K] extends {
  answer: infer A extends z.ZodType
}
  ? z.output<A>
  : never

/** Lists the draw sessions that include a unit the reader may see. */
export async function viewDraws({
  context: { db },
  reach,
  params: { year },
}: Served<'GET /api/years/:year/draws'>): Promise<Answer<'GET /api/years/:year/draws'> | Refusal> {
  if ((await findCycle(db, year)) === undefined) return refuse('notFound', { what: `${year}年度` })
  const [sessions, units, names] = [
    await listSessions(db, year),
    await listSessionUnits(db, year),
    await unitNames(db, year),
  ]
  return {
    year,
    draws: sessions.flatMap(session => {
      const seen = (units.get(session.id) ?? []).filter(unit => reach.has(unit))
      return seen.length === 0
        ? []
        : [
            presentSession(
              session,
              seen.slice(0, 3).map(unit => names.get(unit) ?? unit),
            ),
          ]
    }),
  }
}

/** Shows a draw session with the result of each unit that the reader may see. */
export async function viewDraw({
  context: { db },
  actor,
  reach,
  params: { year, draw },
}: Served<'GET /api/years/:year/draws/:draw'>): Promise<
  Answer<'GET /api/years/:year/draws/:draw'> | Refusal
> {
  const session = await findSession(db, year, draw)
  const seen =
    session === undefined
      ? []
      : (await listDraws(db, year, { session: draw }, false)).filter(one => reach.has(one.unit))
  if (session === undefined || seen.length === 0) return refuse('notFound', { what: '这次抽签' })
  const names = await unitNames(db, year)
  const latest = new Map(
    (await latestLists(db, year)).map(list => [`${list.unit}\t${list.purpose}`, list.fingerprint]),
  )
  const parts = seen.map(one =>
    presentPart(one, names.get(one.unit) ?? one.unit, latest.get(`${one.unit}\t${one.purpose}`)),
  )
  const order = new Intl.Collator('zh')
  const sorted = parts.toSorted((one, other) => order.compare(one.unitName, other.unitName))
  return {
    ...presentSession(session, [...new Set(sorted.map(part => part.unitName))]),
    parts: sorted,
    needsAnother: needsAnother(session, actor),
  }
}

/** Exports the record of a draw (抽签记录) as a file. `notFound` while it waits for its seed. */
export async function exportRecord({
  context: { db },
  reach,
  params: { year, draw },
}: Served<'GET /api/years/:year/draws/:draw/record'>): Promise<FileAnswer | Refusal> {
  const session = await findSession(db, year, draw)
  const all = session?.state === 'drawn' ? await listDraws(db, year, { session: draw }, true) : []
  const seen = all.filter(one => reach.has(one.unit))
  if (session === undefined || seen.length === 0) return refuse('notFound', { what: '这次抽签的记录' })
  const content = await writeRecord(db, session, all, seen)
  return { name: `${year}年${printQuarter(session.quarter)}抽签记录.json`, type: 'application/json', content }
}

/** Lists the draw records of a unit, latest first. */
export async function viewUnitDraws({
  context: { db, years },
  params: { year, unit },
}: Served<'GET /api/years/:year/units/:unit/draws'>): Promise<
  Answer<'GET /api/years/:year/units/:unit/draws'> | Refusal
> {
  const unitName = await years.nameOf(year, unit)
  if (unitName === undefined) return refuse('noSuchUnit', { unit })
  const sessions = new Map((await listSessions(db, year)).map(session => [session.id, session]))
  const draws = (await listDraws(db, year, { unit }, true)).filter(one => one.state === 'drawn')
  const records = draws.map(one => presentRecord(one, sessions.get(one.session)!, unitName))
  const latest = records.toSorted((one, other) =>
    one.heldAt < other.heldAt ? 1 : one.heldAt > other.heldAt ? -1 : 0,
  )
  return {
    year,
    unit,
    unitName,
    records: latest.map(record => ({
      ...record,
      seedParts: [...record.seedParts],
      result: [...record.result],
    })),
  }
}
