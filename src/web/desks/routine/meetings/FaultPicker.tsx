import { Input } from 'antd'
import { useState } from 'react'
import { useNameSearch } from '../../../kit/useNameSearch.ts'
import type { FaultKind, RoutineLedger } from '../routineTypes.ts'

/** A picked fault. */
export interface PickedFault {
  readonly unit: string
  readonly counter: string
  readonly note: string
}

interface Props {
  readonly units: RoutineLedger['units']
  readonly faults: readonly FaultKind[]
  readonly picked: readonly PickedFault[]
  readonly onChange: (picked: readonly PickedFault[]) => void
}

const SHOWN = 12

/** Picks who was absent or late: type a name or its initials and press a button; picked units are listed above with room for a note. */
export function FaultPicker({ units, faults, picked, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const matches = useNameSearch(typed)
  const found = typed.trim() === '' ? [] : units.filter(unit => unit.mayRecord && matches(unit.unitName))
  const nameOf = (unit: string) => units.find(one => one.unit === unit)?.unitName ?? unit
  const has = (unit: string, counter: string) =>
    picked.some(one => one.unit === unit && one.counter === counter)

  function toggle(unit: string, { counter, excludes }: FaultKind) {
    const others = picked.filter(
      one => one.unit !== unit || (one.counter !== counter && !excludes.includes(one.counter)),
    )
    onChange(has(unit, counter) ? others : [...others, { unit, counter, note: '' }])
  }

  return (
    <div className="fault-picker">
      {picked.length > 0 && (
        <ul className="fault-picked" aria-label="已选的单位">
          {picked.map(({ unit, counter, note }) => (
            <li key={`${unit} ${counter}`}>
              <span className="fault-picked-name">
                {nameOf(unit)}：{faults.find(one => one.counter === counter)?.name}
              </span>
              <input
                aria-label={`${nameOf(unit)}的备注`}
                placeholder="备注（可不填）"
                maxLength={2000}
                value={note}
                onChange={event =>
                  onChange(
                    picked.map(one =>
                      one.unit === unit && one.counter === counter
                        ? { ...one, note: event.target.value }
                        : one,
                    ),
                  )
                }
              />
              <button
                type="button"
                className="text-button"
                aria-label={`去掉${nameOf(unit)}`}
                onClick={() => onChange(picked.filter(one => one.unit !== unit || one.counter !== counter))}
              >
                去掉
              </button>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor="fault-search">找单位</label>
      <Input
        id="fault-search"
        value={typed}
        placeholder="单位名称或拼音首字母"
        onChange={event => setTyped(event.target.value)}
      />
      {typed.trim() !== '' && (
        <ul className="fault-found" aria-label="找到的单位">
          {found.slice(0, SHOWN).map(({ unit, unitName }) => (
            <li key={unit}>
              <span>{unitName}</span>
              <span className="fault-buttons choices" role="group" aria-label={unitName}>
                {faults.map(fault => (
                  <button
                    key={fault.counter}
                    type="button"
                    aria-pressed={has(unit, fault.counter)}
                    onClick={() => toggle(unit, fault)}
                  >
                    {fault.name}
                  </button>
                ))}
              </span>
            </li>
          ))}
          {found.length > SHOWN && <li className="soft">还有{found.length - SHOWN}个，请再输入几个字。</li>}
          {found.length === 0 && <li className="soft">没有找到可以登记的单位。</li>}
        </ul>
      )}
    </div>
  )
}
