import { type DrawLine, listHead, listText } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { ListHead } from './drawList.store.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

type UnitLists = Answered<'GET /api/years/:year/units/:unit/draw-lists'>

/** One draw list of a unit, with its versions. */
export type UnitList = UnitLists['lists'][number]

/** One version of a draw list. */
export type ListVersion = UnitList['versions'][number]

/** Presents a version of a draw list. */
export function presentVersion({
  version,
  count,
  fingerprint,
  savedBy,
  savedAt,
  frozenBy,
  frozenAt,
}: ListHead): ListVersion {
  return {
    version,
    count,
    fingerprint,
    savedBy,
    savedAt: toInstant(savedAt),
    ...(frozenBy === null || frozenAt === null ? {} : { frozenBy, frozenAt: toInstant(frozenAt) }),
  }
}

/** Returns the text of a draw list, over which its fingerprint is computed. */
export function textOfList(
  { year, unit, purpose }: { readonly year: number; readonly unit: string; readonly purpose: DrawPurpose },
  lines: readonly DrawLine[],
): string {
  return listText(listHead(year, unit, purpose), lines)
}

/** Presents a line of a draw list, with its fields in a fixed order regardless of the database. */
export function presentLine({ id, name, branch }: DrawLine): DrawLine {
  return { id, name, branch }
}
