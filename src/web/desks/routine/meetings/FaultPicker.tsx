import { Input } from 'antd'
import { useState } from 'react'
import { recordable } from '../../../../contract/routine/ledgerColumns.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useRested } from '../../../kit/table/usePagedList.ts'
import type { FaultKind, RoutineLedger } from '../routineTypes.ts'

/** A picked fault. */
export interface PickedFault {
  readonly unit: string
  readonly unitName: string
  readonly counter: string
  readonly note: string
}

/** Returns the picked faults as they are sent. */
export function sentFaults(picked: readonly PickedFault[]) {
  return picked.map(({ unit, counter, note }) => ({ unit, counter, note: note.trim() }))
}

interface Props {
  readonly year: number
  readonly faults: readonly FaultKind[]
  readonly picked: readonly PickedFault[]
  readonly onChange: (picked: readonly PickedFault[]) => void
}

const SHOWN = 12
const MAY_RECORD = JSON.stringify({ mayRecord: [recordable.yes] })

type Found = RoutineLedger['units'][number]

/** Picks who was absent or late: type a name or its initials and press a button; picked units are listed above with room for a note. */
export function FaultPicker({ year, faults, picked, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const search = useRested(typed.trim())
  const read = useAnswer(
    'GET /api/years/:year/routine/ledger',
    { params: { year }, query: { page: '0', search, filter: MAY_RECORD } },
    { when: search !== '' },
  )
  const [found, total] = [read.data?.units ?? [], read.data?.paging?.found ?? 0]
  const has = (unit: string, counter: string) =>
    picked.some(one => one.unit === unit && one.counter === counter)

  function toggle({ unit, unitName }: Found, { counter, excludes }: FaultKind) {
    const others = picked.filter(
      one => one.unit !== unit || (one.counter !== counter && !excludes.includes(one.counter)),
    )
    onChange(has(unit, counter) ? others : [...others, { unit, unitName, counter, note: '' }])
  }

  return (
    <div className="fault-picker">
      {picked.length > 0 && (
        <ul className="fault-picked" aria-label="已选的单位">
          {picked.map(({ unit, unitName, counter, note }) => (
            <li key={`${unit} ${counter}`}>
              <span className="fault-picked-name">
                {unitName}：{faults.find(one => one.counter === counter)?.name}
              </span>
              <input
                aria-label={`${unitName}的备注`}
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
                aria-label={`去掉${unitName}`}
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
      {search !== '' && read.data !== undefined && (
        <ul className="fault-found" aria-label="找到的单位">
          {found.slice(0, SHOWN).map(one => (
            <li key={one.unit}>
              <span>{one.unitName}</span>
              <span className="fault-buttons choices" role="group" aria-label={one.unitName}>
                {faults.map(fault => (
                  <button
                    key={fault.counter}
                    type="button"
                    aria-pressed={has(one.unit, fault.counter)}
                    onClick={() => toggle(one, fault)}
                  >
                    {fault.name}
                  </button>
                ))}
              </span>
            </li>
          ))}
          {total > SHOWN && <li className="soft">还有{total - SHOWN}个，请再输入几个字。</li>}
          {total === 0 && <li className="soft">没有找到可以登记的单位。</li>}
        </ul>
      )}
    </div>
  )
}
