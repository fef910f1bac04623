import { type DrawLine, listHead, listText } from '../../../domain/campaign/draw/drawList.ts'
import type { DrawPurpose } from '../../../domain/campaign/draw/drawPurpose.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { ListHead } from './drawList.store.ts'
import type { Answered } from '../../platform/http/serveRoutes.ts'

type UnitLists = Answered<'GET /api/years/:year/units/:unit/draw-lists'>

/** 一个单位的一份名单, with its versions. */
export type UnitList = UnitLists['lists'][number]

/** 名单的一版. */
export type ListVersion = UnitList['versions'][number]

/** 名单一版的转写. */
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

/** 名单的文本: what its fingerprint is of. */
export function textOfList(
  { year, unit, purpose }: { readonly year: number; readonly unit: string; readonly purpose: DrawPurpose },
  lines: readonly DrawLine[],
): string {
  return listText(listHead(year, unit, purpose), lines)
}

/** 名单行的转写: in a fixed order of fields, whatever the database gives. */
export function presentLine({ id, name, branch }: DrawLine): DrawLine {
  return { id, name, branch }
}
