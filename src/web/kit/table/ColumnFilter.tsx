import { FilterFilled } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import { useMemo, useState } from 'react'
import { clearable } from '../clearable.tsx'
import { useNameSearch } from '../useNameSearch.ts'
import type { ValueCount } from '../../../contract/lists/listColumn.ts'

interface Props {
  readonly column: { readonly id: string; readonly title: string }
  /** The values of the column with their counts; counted when the filter is opened. */
  readonly choices: () => readonly ValueCount[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Filter of a column: its values with their counts, the most frequent first. */
export function ColumnFilter(props: Props) {
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
export function FilterChoices({ column, choices, chosen, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const values = useMemo(choices, [choices])
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
