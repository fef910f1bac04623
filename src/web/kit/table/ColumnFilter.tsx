import { FilterFilled } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useMemo, useState } from 'react'
import { clearable } from '../clearable.tsx'
import { useNameSearch } from '../useNameSearch.ts'
import { type Column, filterText } from './column.ts'

interface Props<Row> {
  readonly column: Column<Row>
  readonly rows: readonly Row[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Filter of a column: its values with their counts, the most frequent first. */
export function ColumnFilter<Row>(props: Props<Row>) {
  const { column, chosen } = props
  return (
    <Popover trigger="click" placement="bottomLeft" destroyOnHidden content={<FilterChoices {...props} />}>
      <Button
        type="text"
        size="small"
        className={chosen.length > 0 ? 'column-filter column-filter-on' : 'column-filter'}
        icon={<FilterFilled />}
        aria-label={
          chosen.length > 0 ? `筛选${column.title}，已选 ${chosen.length} 项` : `筛选${column.title}`
        }
      />
    </Popover>
  )
}

/** Shows the options of a filter. */
export function FilterChoices<Row>({ column, rows, chosen, onChange }: Props<Row>) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const values = useMemo(() => countValues(column, rows), [column, rows])
  const shown = values.filter(({ text }) => matches(text)).slice(0, 200)
  return (
    <div className="filter-choices">
      {values.length > 10 && (
        <Input
          size="small"
          allowClear={clearable}
          aria-label={`查找${column.title}`}
          placeholder="查找"
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
      )}
      <Checkbox.Group
        value={[...chosen]}
        onChange={now => onChange(now)}
        options={shown.map(({ text, count }) => ({ value: text, label: `${text}（${count}）` }))}
      />
      <Button type="link" size="small" disabled={chosen.length === 0} onClick={() => onChange([])}>
        不筛选
      </Button>
    </div>
  )
}

function countValues<Row>(column: Column<Row>, rows: readonly Row[]) {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = filterText(column, row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .toSorted((one, other) => other.count - one.count)
}
