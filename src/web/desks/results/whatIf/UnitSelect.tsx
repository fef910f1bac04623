import { Select } from 'antd'
import { useState } from 'react'
import { useNameSearch } from '../../../parts/useNameSearch.ts'
import type { Ranking } from '../resultTypes.ts'

interface Props {
  readonly id: string
  readonly rows: Ranking['rows']
  readonly value: string | undefined
  readonly onChange: (unit: string) => void
}

/** 选单位, found by name or by pinyin. */
export function UnitSelect({ id, rows, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const found = typed.trim() === '' ? rows : rows.filter(row => matches(row.name))
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      style={{ width: '100%' }}
      placeholder="单位名称或拼音首字母"
      notFoundContent="没有这个单位"
      value={value}
      onChange={onChange}
      options={found.map(row => ({ value: row.unit, label: row.name }))}
    />
  )
}
