import { printQuarter } from '../../../domain/kernel/calendar.ts'
import type { InspectionPreview } from '../../../domain/score/previewInspection.ts'
import type { Receipt } from './sheetContent.ts'

/** Presents a preview: the rows of each inspection component. The reader may omit rows without changes; rows of separately scored rounds follow one another. */
export function presentPreview(previews: readonly InspectionPreview[]): Receipt['preview'] {
  return previews.map(({ component, name, points, base, rounds }) => ({
    component,
    name,
    points,
    base,
    rows: rounds.flatMap(({ round, rows }) =>
      rows.map(row => ({
        ...row,
        title: round === undefined ? row.title : `${row.title}（${printQuarter(round)}）`,
      })),
    ),
  }))
}
