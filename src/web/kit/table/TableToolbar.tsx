import { SearchOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover } from 'antd'
import type { ReactNode } from 'react'
import { Choice } from '../Choice.tsx'
import { clearable } from '../clearable.tsx'
import type { ValueCount } from '../../../contract/lists/listColumn.ts'
import type { Column } from './column.ts'
import { FilterChoices } from './ColumnFilter.tsx'
import type { TableViewState } from './useTableView.ts'

interface Props<Row> extends TableViewState {
  readonly columns: readonly Column<Row>[]
  readonly choicesOf: (column: Column<Row>) => readonly ValueCount[]
  readonly shown: number
  readonly all: number
  readonly unit: string
  readonly search: string | undefined
  readonly narrow: boolean
  readonly actions: ReactNode
}

/** Toolbar of a table: search, active filters, row count, choice of columns, and what the desk adds (export). */
export function TableToolbar<Row>(props: Props<Row>) {
  const { columns, choicesOf, shown, all, unit, search, narrow, actions, view, change } = props
  const isNarrowed = view.search !== '' || Object.values(view.filters).some(chosen => chosen.length > 0)
  return (
    <div className="table-toolbar">
      {search !== undefined && (
        <Input
          className="table-search"
          allowClear={clearable}
          prefix={<SearchOutlined aria-hidden />}
          aria-label={`查找${search}`}
          placeholder={`查找${search}`}
          value={view.search}
          onChange={event => change({ search: event.target.value })}
        />
      )}
      {narrow && <NarrowTools columns={columns} choicesOf={choicesOf} view={view} change={change} />}
      <span className="table-count soft unbroken" role="status">
        {shown === all ? `共 ${all} ${unit}` : `${shown} / ${all} ${unit}`}
      </span>
      {isNarrowed && (
        <Button type="link" size="small" onClick={() => change({ search: '', filters: {} })}>
          显示全部
        </Button>
      )}
      <span className="table-actions">
        {!narrow && <ColumnChooser columns={columns} view={view} change={change} />}
        {actions}
      </span>
    </div>
  )
}

function ColumnChooser<Row>({
  columns,
  view,
  change,
}: TableViewState & { readonly columns: readonly Column<Row>[] }) {
  const choices = columns.slice(1)
  if (choices.length < 3) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choices"
          value={choices.map(column => column.id).filter(id => !view.hidden.includes(id))}
          onChange={shown =>
            change({ hidden: choices.map(column => column.id).filter(id => !shown.includes(id)) })
          }
          options={choices.map(column => ({ value: column.id, label: column.title }))}
        />
      }
    >
      <Button>显示的列</Button>
    </Popover>
  )
}

/** Sorting and filtering on a phone, where there is no table head. */
function NarrowTools<Row>({
  columns,
  choicesOf,
  view,
  change,
}: TableViewState & Pick<Props<Row>, 'columns' | 'choicesOf'>) {
  const filters = columns.filter(column => column.filter)
  return (
    <>
      <Choice
        label="排序"
        none="排序"
        value={view.sort === undefined ? '' : `${view.sort.column} ${view.sort.descending ? 'down' : 'up'}`}
        onChange={chosen => {
          const [column, way] = chosen.split(' ')
          change({
            sort: column === undefined || column === '' ? undefined : { column, descending: way === 'down' },
          })
        }}
        options={columns
          .filter(column => column.sort !== false)
          .flatMap(({ id, title }) => [
            { value: `${id} up`, text: `${title}，从低到高` },
            { value: `${id} down`, text: `${title}，从高到低` },
          ])}
      />
      {filters.map(column => (
        <Popover
          key={column.id}
          trigger="click"
          destroyOnHidden
          content={
            <FilterChoices
              column={column}
              choices={() => choicesOf(column)}
              chosen={view.filters[column.id] ?? []}
              onChange={chosen => change({ filters: { ...view.filters, [column.id]: chosen } })}
            />
          }
        >
          <Button
            type={(view.filters[column.id]?.length ?? 0) > 0 ? 'primary' : 'default'}
            ghost={(view.filters[column.id]?.length ?? 0) > 0}
          >
            {column.title}
          </Button>
        </Popover>
      ))}
    </>
  )
}
