import { printQuarter } from '../../../domain/kernel/calendar.ts'
import { drawRule } from '../../../contract/draw/drawRule.ts'
import { drawPurposes } from '../../../domain/campaign/draw/drawPurpose.ts'
import { compareIds } from '../../../domain/kernel/ids.ts'
import { unitNames } from '../../office/roster/unit.store.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { CasePart } from '../../year/casePart.ts'
import { listDraws, listSessions, type StoredDraw, type StoredSession } from './draw.store.ts'
import { presentRecord } from './presentDraw.ts'

/** Writes the record file of a draw (抽签记录) with the units of `seen`. The digest is over every unit of the draw, also those that the reader may not see: of them only the fingerprints. */
export async function writeRecord(
  db: AppContext['db'],
  session: StoredSession,
  all: readonly StoredDraw[],
  seen: readonly StoredDraw[],
): Promise<string> {
  const names = await unitNames(db, session.year)
  const draws = seen.map(one => presentRecord(one, session, names.get(one.unit) ?? one.unit))
  const parts = drawPurposes
    .flatMap(purpose => all.filter(one => one.purpose === purpose))
    .toSorted((one, other) => compareIds(one.unit, other.unit))
    .map(({ unit, purpose, take, fingerprint }) => ({ unit, purpose, take, fingerprint }))
  const file = { format: 'hengping-draw/1', rule: drawRule, digest: session.digest, parts, draws }
  return `${JSON.stringify(file, undefined, 1)}\n`
}

/** Adds the records of the year's draws to its case file. */
export async function* drawCaseParts({ db }: AppContext, year: number): AsyncGenerator<CasePart> {
  const held = (await listSessions(db, year)).filter(({ state }) => state === 'drawn')
  for (const [at, session] of held.entries()) {
    const all = await listDraws(db, year, { session: session.id }, true)
    const title = `${printQuarter(session.quarter)}抽签记录：名单、种子和结果`
    const path = `抽签/${at + 1}-${printQuarter(session.quarter)}抽签记录.json`
    yield { path, title, bytes: Buffer.from(await writeRecord(db, session, all, all)) }
  }
}
