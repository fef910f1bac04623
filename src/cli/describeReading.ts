import { sentenceOfRefusal } from '../contract/shape/refusalSentences.ts'
import { type Place, printPlace } from '../files/lists/place.ts'
import type { Notice, Refused, RowCounts } from '../files/lists/readingLog.ts'

const MOST_NOTICES = 10

/** The reading of one file of facts or history. */
export interface ReadingTold {
  readonly rows: RowCounts
  readonly refused: readonly Refused[]
  readonly notices: readonly Notice[]
}

/** Lists every refused item with its place, however many there are. */
export function describeRefused(path: string, { rows, refused }: ReadingTold): string {
  const count =
    rows.in === 0
      ? '读不了'
      : `有 ${refusedItems(refused)} 处被拒绝（共 ${rows.in} 行，接受 ${rows.accepted} 行，拒绝 ${rows.refused} 行）`
  return [
    `“${path}”${count}：`,
    ...refused.map(({ place, refusal }) => `  · ${placed(place)}${sentenceOfRefusal(refusal)}`),
  ].join('\n')
}

/** Lists the first few kinds of notices: what was corrected or skipped. */
export function describeNotices(path: string, { notices }: ReadingTold): string | undefined {
  if (notices.length === 0) return undefined
  const lines = notices
    .slice(0, MOST_NOTICES)
    .map(
      ({ place, notice, times }) =>
        `  · ${placed(place)}${sentenceOfRefusal(notice)}${times > 1 ? `（同类共 ${times} 处）` : ''}`,
    )
  const rest = notices.length - MOST_NOTICES
  return [`“${path}”提示：`, ...lines, ...(rest > 0 ? [`  · 另有 ${rest} 类`] : [])].join('\n')
}

/** Counts the refused items: rows of sheets, items of lists, and whole sheets or files; one row with several faults counts once. */
export function refusedItems(refused: readonly Refused[]): number {
  return new Set(refused.map(({ place }) => itemOf(place))).size
}

/** Returns the item of a place: `findings[3].count` belongs to `findings[3]`, `years[0].entries[2].unit` to `years[0].entries[2]`. */
function itemOf({ sheet, row, path }: Place): string {
  return path === undefined
    ? `${sheet ?? ''}/${row ?? ''}`
    : (/^(years\[\d+\]\.)?.*?\]/.exec(path)?.[0] ?? path)
}

function placed(place: Place): string {
  const text = printPlace(place)
  return text === '' ? '' : `${text}：`
}
