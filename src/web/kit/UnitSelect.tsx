import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useNameSearch } from './useNameSearch.ts'

interface Props {
  readonly id: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** empty, or none at all, while nothing is chosen. */
  readonly value: string | undefined
  readonly onChange: (unit: string) => void
  /** said where none is chosen; with it, the choice can be taken back. */
  readonly none?: string
  /** names it where no label stands beside it. */
  readonly label?: string
}

/** 选择单位, searched by name or pinyin. */
export function UnitSelect({ id, units, value = '', onChange, none, label }: Props) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const options = useMemo(() => units.map(unit => ({ value: unit.id, label: unit.name })), [units])
  return (
    <Select
      id={id}
      aria-label={label}
      className="unit-select"
      showSearch={{ onSearch: setTyped, filterOption: (_, option) => matches(option?.label ?? '') }}
      allowClear={none !== undefined}
      placeholder={none ?? '单位名称或拼音首字母'}
      options={options}
      value={value === '' ? undefined : value}
      onChange={chosen => onChange(chosen ?? '')}
      notFoundContent="没有这个单位"
      style={{ width: '100%' }}
    />
  )
}
