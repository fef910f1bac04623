import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { useNameSearch } from './useNameSearch.ts'

interface Props {
  readonly id: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** Empty or undefined while nothing is chosen. */
  readonly value: string | undefined
  readonly onChange: (unit: string) => void
  /** Shown while none is chosen; if given, the choice can be cleared. */
  readonly none?: string
  /** Accessible name where there is no visible label. */
  readonly label?: string
}

/** Unit select, searched by name or pinyin. */
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
