import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useNameSearch } from './useNameSearch.ts'
import type { RosterUnit } from '../desks/roster/rosterTypes.ts'

interface Props {
  readonly id: string
  readonly units: readonly RosterUnit[]
  readonly value: string
  readonly onChange: (unit: string) => void
  /** said where none is chosen; with it, the choice can be taken back. */
  readonly none?: string
}

/** 选择单位, searched by name or pinyin. */
export function UnitSelect({ id, units, value, onChange, none }: Props) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const options = useMemo(() => units.map(unit => ({ value: unit.id, label: unit.name })), [units])
  return (
    <Select
      id={id}
      showSearch={{ onSearch: setTyped, filterOption: (_, option) => matches(option?.label ?? '') }}
      allowClear={none !== undefined}
      placeholder={none ?? '输入名称或拼音首字母'}
      options={options}
      value={value === '' ? undefined : value}
      onChange={chosen => onChange(chosen ?? '')}
      notFoundContent="没有这样的单位"
      style={{ width: '100%' }}
    />
  )
}
