import { useMemo } from 'react'
import { EmptyState } from '../../kit/EmptyState.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { NamedSize } from './CommissionForm.tsx'
import { NumberInput } from '../../kit/form/NumberInput.tsx'

interface Props {
  readonly sizes: readonly NamedSize[]
  readonly fixed: boolean
  readonly onChange: (sizes: readonly NamedSize[]) => void
}

/** Shows how many are asked about each unit, of each group; until the commission is given they can be changed. */
export function SizesTable({ sizes, fixed, onChange }: Props) {
  const columns = useMemo(() => {
    const set = (row: NamedSize, part: Partial<NamedSize>) =>
      onChange(sizes.map(one => (one === row ? { ...one, ...part } : one)))
    return fixed ? plain : [...plain.slice(0, 2), ...editable(set)]
  }, [sizes, fixed, onChange])
  const planned = sizes.reduce((sum, { size }) => sum + size, 0)
  return (
    <DataTable
      id="surveySizes"
      label="样本量"
      rows={sizes}
      columns={columns}
      rowKey={row => `${row.unit} ${row.group}`}
      search="单位名称或拼音首字母"
      unit={`行，计划${planned}份`}
      height={sizes.length > 40 ? 'fill' : 'whole'}
      empty={
        <EmptyState
          title="还没有样本量"
          what="填写误差范围，按名册建议各单位各类对象的样本量，再逐行修改。总人数取自上次调查，可以改；改后再按一次建议，总人数不多的少访几份。"
        />
      }
    />
  )
}

const plain: readonly Column<NamedSize>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.unitName, search: true, onCard: 'title' },
  { id: 'group', title: '对象', width: 100, value: row => row.groupName, filter: true },
  {
    id: 'population',
    title: '总人数（人）',
    width: 130,
    kind: 'number',
    value: row => row.population,
    missing: () => '总人数不详，按很多人计算',
  },
  { id: 'size', title: '样本量（份）', width: 130, kind: 'number', value: row => row.size, onCard: 'figure' },
]

function editable(set: (row: NamedSize, part: Partial<NamedSize>) => void): readonly Column<NamedSize>[] {
  return [
    {
      ...plain[2]!,
      show: row => (
        <NumberInput
          aria-label={`${row.unitName}${row.groupName}总人数`}
          controls={false}
          min={0}
          max={10_000_000}
          precision={0}
          value={row.population ?? null}
          onChange={population => set(row, { population: population ?? undefined })}
        />
      ),
    },
    {
      ...plain[3]!,
      // On a phone a field without its title would be a number without a word.
      onCard: 'line',
      show: row => (
        <NumberInput
          aria-label={`${row.unitName}${row.groupName}样本量`}
          controls={false}
          min={0}
          max={10_000}
          precision={0}
          value={row.size}
          onChange={size => set(row, { size: size ?? 0 })}
        />
      ),
    },
  ]
}
