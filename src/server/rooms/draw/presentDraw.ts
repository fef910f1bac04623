import type { Lot } from '../../../domain/campaign/draw/drawLots.ts'
import type { DrawnLine, DrawRecord } from '../../../domain/campaign/draw/drawRecord.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { StoredDraw, StoredSession } from './draw.store.ts'
import { textOfList } from './presentList.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

type Session = Answered<'GET /api/years/:year/draws'>['draws'][number]
type Part = Answered<'GET /api/years/:year/draws/:draw'>['parts'][number]

/** Presents a drawn line. */
export function presentDrawn({ place, line: { id, name, branch }, hash }: Lot): DrawnLine {
  return { place, id, name, branch, hash }
}

/** Presents a draw session; `names` are those of its units that the reader may see. */
export function presentSession(stored: StoredSession, names: readonly string[]): Session {
  const {
    id,
    quarter,
    round,
    state,
    takes,
    units,
    digest,
    reason,
    preparedBy,
    preparedAt,
    endedBy,
    endedAt,
    endReason,
  } = stored
  return {
    draw: id,
    quarter,
    round: round ?? undefined,
    state,
    takes: {
      branch: takes.branch,
      member: takes.member,
    },
    units,
    unitNames: names.slice(0, 3),
    digest,
    reason: reason ?? undefined,
    preparedBy,
    preparedAt: toInstant(preparedAt),
    ...(stored.seed === null
      ? {}
      : { seedKind: stored.seedKind!, seedParts: [...stored.seedParts!], seed: stored.seed }),
    endedBy: endedBy ?? undefined,
    endedAt: endedAt === null ? undefined : toInstant(endedAt),
    endReason: endReason ?? undefined,
  }
}

/** Presents one draw of a unit; `latest` is the fingerprint of the unit's latest list. */
export function presentPart(stored: StoredDraw, unitName: string, latest: string | undefined): Part {
  const { unit, purpose, number, reason, listVersion, count, fingerprint, take, result } = stored
  return {
    unit,
    unitName,
    purpose,
    number,
    reason: reason ?? undefined,
    listVersion,
    count,
    fingerprint,
    take,
    result: (result ?? []).map(line => ({ ...line })),
    changedSince: latest !== fingerprint,
  }
}

/** Presents the record of a draw that was held (抽签记录); requires its lines to have been read. */
export function presentRecord(stored: StoredDraw, session: StoredSession, unitName: string): DrawRecord {
  const { unit, purpose, number, reason, fingerprint, frozenBy, frozenAt, take, result, lines } = stored
  const { year } = session
  return {
    year,
    quarter: session.quarter as Quarter,
    unit,
    unitName,
    purpose,
    number,
    reason: reason ?? undefined,
    list: textOfList({ year, unit, purpose }, lines!),
    fingerprint,
    frozenBy,
    frozenAt: toInstant(frozenAt),
    seedKind: session.seedKind!,
    seedParts: session.seedParts!,
    seed: session.seed!,
    take,
    result: result!,
    heldBy: session.endedBy!,
    heldAt: toInstant(session.endedAt!),
  }
}
