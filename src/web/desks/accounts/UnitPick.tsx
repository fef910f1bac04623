import { Select } from 'antd'
import { useState } from 'react'
import { useNameSearch } from '../../parts/useNameSearch.ts'

interface Props {
  readonly id: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | undefined
  readonly onChange: (unit: string) => void
}

/** 选单位, found by name or by pinyin. */
export function UnitPick({ id, units, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const found = typed.trim() === '' ? units : units.filter(unit => matches(unit.name))
  return (
    <Select
      id={id}
      className="unit-pick"
      aria-label="单位"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="单位名称或拼音首字母"
      notFoundContent="没有这个单位"
      value={value}
      onChange={onChange}
      options={found.map(unit => ({ value: unit.id, label: unit.name }))}
    />
  )
}
