import { useMemo } from 'react'
import { purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { type DrawPart, describeDrawn, type WholeDraw } from './drawTypes.ts'

interface UnitRow {
  readonly unit: string
  readonly unitName: string
  readonly parts: readonly DrawPart[]
}

const columns: readonly Column<UnitRow>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
  {
    id: 'branch',
    title: '抽中的党支部',
    width: 260,
    value: row => drawnOf(row, 'branch'),
    search: true,
    onCard: 'wide',
  },
  {
    id: 'member',
    title: '抽中的党员',
    width: 460,
    value: row => drawnOf(row, 'member'),
    search: true,
    onCard: 'wide',
  },
  { id: 'notes', title: '说明', width: 220, value: row => notesOf(row), onCard: 'wide' },
]

const waitingColumns: readonly Column<UnitRow>[] = [
  columns[0]!,
  ...(['branch', 'member'] as const).map(purpose => ({
    id: purpose,
    title: `${purposeNames[purpose]}名单指纹`,
    width: 300,
    value: (row: UnitRow) => row.parts.find(part => part.purpose === purpose)?.fingerprint.slice(0, 24),
    show: (row: UnitRow) => (
      <code translate="no">
        {row.parts.find(part => part.purpose === purpose)?.fingerprint.slice(0, 24) ?? '—'}
      </code>
    ),
    onCard: 'wide' as const,
  })),
]

/** Shows the results of each unit, or the fingerprints of the frozen lists while the seed is awaited. */
export function DrawResults({ year, data }: { readonly year: number; readonly data: WholeDraw }) {
  const rows = useMemo(() => byUnit(data.parts), [data.parts])
  const isDrawn = data.state === 'drawn'
  return (
    <DataTable
      id={isDrawn ? 'drawResults' : 'drawWaiting'}
      label={isDrawn ? '各单位抽取结果' : '各单位名单指纹'}
      rows={rows}
      columns={isDrawn ? columns : waitingColumns}
      rowKey={row => row.unit}
      rowLink={row => `/${year}/${isDrawn ? 'drawSheets' : 'drawLists'}/${encodeURIComponent(row.unit)}`}
      search="单位、党支部、姓名或拼音首字母"
      unit="个单位"
      height={rows.length > 40 ? 'fill' : 'whole'}
    />
  )
}

function byUnit(parts: readonly DrawPart[]): readonly UnitRow[] {
  const rows = new Map<string, { unit: string; unitName: string; parts: DrawPart[] }>()
  for (const part of parts) {
    const row = rows.get(part.unit)
    if (row === undefined) rows.set(part.unit, { unit: part.unit, unitName: part.unitName, parts: [part] })
    else row.parts.push(part)
  }
  return [...rows.values()]
}

function drawnOf(row: UnitRow, purpose: DrawPart['purpose']): string | undefined {
  const part = row.parts.find(one => one.purpose === purpose)
  return part === undefined ? undefined : describeDrawn(part.result)
}

function notesOf({ parts }: UnitRow): string | undefined {
  const notes = parts.flatMap(part => [
    ...(part.number > 1 ? [`${purposeNames[part.purpose]}第${part.number}次抽取`] : []),
    ...(part.changedSince ? [`${purposeNames[part.purpose]}名单后来改过`] : []),
    ...(part.result.length > 0 && part.result.length < part.take
      ? [`${purposeNames[part.purpose]}名单只有${part.count}行，全部抽中`]
      : []),
  ])
  return notes.length === 0 ? undefined : notes.join('；')
}
