import { printFigure, printSigned } from '../../../kit/explain/printFigure.ts'
import type { Column } from '../../../kit/table/column.ts'
import { unitColumn } from '../unitColumn.tsx'
import type { Comparison } from '../resultTypes.ts'

type Movement = Comparison['movements'][number]

/** Columns of the movements: score and place before and after, other changes, and the reasons. */
export function movementColumns(year: number): readonly Column<Movement>[] {
  return [
    unitColumn(year, 170),
    {
      id: 'composite',
      title: '得分',
      width: 132,
      kind: 'points',
      value: row => row.to.composite,
      show: row => `${told(row.from.composite)} → ${told(row.to.composite)}`,
    },
    {
      id: 'points',
      title: '增减',
      width: 80,
      kind: 'points',
      value: row => row.points,
      onCard: 'figure',
      show: row => (row.points === undefined ? '—' : <strong>{printSigned(row.points)}</strong>),
    },
    {
      id: 'places',
      title: '名次',
      width: 112,
      kind: 'number',
      value: row => row.places,
      show: row => <PlaceMove row={row} />,
    },
    {
      id: 'notes',
      title: '等次和结果运用',
      width: 166,
      value: row => row.notes.join('；') || undefined,
      sort: false,
      onCard: 'wide',
    },
    {
      id: 'causes',
      title: '原因',
      width: 160,
      value: row => row.causes.map(describeCause).join('；') || undefined,
      sort: false,
      onCard: 'wide',
    },
  ]
}

function PlaceMove({ row: { from, to, places } }: { readonly row: Movement }) {
  if (from.place === undefined && to.place === undefined) return '—'
  const way = places === undefined || places === 0 ? undefined : places > 0 ? `升${places}` : `降${-places}`
  return (
    <>
      {from.place ?? '无'} → {to.place ?? '无'}
      {way !== undefined && <small className={places! > 0 ? 'place-up good' : 'place-down'}>{way}</small>}
    </>
  )
}

function describeCause({ where, effect }: Movement['causes'][number]): string {
  return `${where}${printEffect(effect)}`
}

function told(score: number | undefined): string {
  return score === undefined ? '暂缺' : printFigure(score)
}

/** Formats an effect; below a hundredth it says so, because that is rounding. */
function printEffect(effect: number): string {
  return Math.abs(effect) < 0.0005 ? '（不足千分之一分）' : printSigned(effect)
}
