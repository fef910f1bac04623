import type { InspectionPreview } from '../../../domain/score/previewInspection.ts'
import type { Receipt } from './sheetContent.ts'

/** 预览的转写: the rows of each inspection component; rows that nothing touched are left to the reader, with rounds scored apart one after another. */
export function presentPreview(previews: readonly InspectionPreview[]): Receipt['preview'] {
  return previews.map(({ component, name, points, base, rounds }) => ({
    component,
    name,
    points,
    base,
    rows: rounds.flatMap(({ round, rows }) =>
      rows.map(row => ({
        ...row,
        title: round === undefined ? row.title : `${row.title}（第${round}季度）`,
      })),
    ),
  }))
}
