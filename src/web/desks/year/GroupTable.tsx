import { Button, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { Column } from '../../kit/table/column.ts'
import { HeatCell } from './HeatCell.tsx'
import { type GroupRow, groupRows } from './groupRows.ts'
import type { GroupProgress, Progress, Year } from './year.ts'

interface Props {
  readonly of: Year
  /** called when a cell with missing items is chosen. */
  readonly onPick: (component: Progress, group: GroupProgress) => void
}

/** Shows progress as a table: a row per lead unit with its members, or the directly managed units; a column per component. A cell with missing items opens its list. */
export function GroupTable({ of, onPick }: Props) {
  const rows = useMemo(() => groupRows(of), [of])
  const lacking = rows.filter(row => row.left > 0).length
  const [onlyLeft, setOnlyLeft] = useState(true)
  const columns = useMemo(() => columnsOf(of.progress, onPick), [of.progress, onPick])
  const shown = useMemo(() => (onlyLeft ? rows.filter(row => row.left > 0) : rows), [rows, onlyLeft])
  if (rows.length === 0) return null
  return (
    <>
      <DataTable
        id="progress"
        label="各系统进度"
        rows={shown}
        columns={columns}
        rowKey={row => row.key}
        search="系统名称"
        unit="个系统"
        height={rows.length > 40 ? 'fill' : 'whole'}
        empty={
          <EmptyState
            title={`${rows.length}个系统都已齐全`}
            what="每个单位的各分项都有得分，没有缺项。"
            next={<Button onClick={() => setOnlyLeft(false)}>显示各系统</Button>}
          />
        }
        actions={
          <label className="switch-line">
            <Switch size="small" checked={onlyLeft} onChange={setOnlyLeft} aria-label="只看有缺项的" />
            {lacking === 0 ? '只看有缺项的' : `只看有缺项的${lacking}个`}
          </label>
        }
      />
    </>
  )
}

function columnsOf(progress: readonly Progress[], onPick: Props['onPick']): readonly Column<GroupRow>[] {
  return [
    { id: 'name', title: '系统', width: 220, value: row => row.name, search: true, onCard: 'title' },
    ...progress.map((component): Column<GroupRow> => ({
      id: component.component,
      title: component.name,
      width: 150,
      value: row => shareOf(row.cells.get(component.component)),
      show: row => (
        <HeatCell
          group={row.cells.get(component.component)}
          of={component.name}
          onPick={group => onPick(component, group)}
        />
      ),
    })),
    {
      id: 'left',
      title: '缺项',
      width: 80,
      kind: 'number',
      value: row => row.left,
      show: row => (
        <span className={row.late ? 'urgent' : undefined}>{row.left === 0 ? '齐全' : row.left}</span>
      ),
      onCard: 'figure',
    },
  ]
}

function shareOf(group: GroupProgress | undefined): number | undefined {
  return group === undefined || group.total === 0 ? undefined : group.done / group.total
}
