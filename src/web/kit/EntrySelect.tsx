import { Select } from 'antd'
import { useState } from 'react'
import type { CallAnswer } from '../client/call.ts'
import { useAnswer } from '../client/useAnswer.ts'
import { printDay } from './printDay.ts'
import { useRested } from './table/usePagedList.ts'

/** A ledger entry (台账) chosen as evidence, with its text. */
export interface ChosenEntry {
  readonly value: string
  readonly label: string
}

type Entry = Pick<
  CallAnswer<'GET /api/years/:year/units/:unit/entries'>['entries'][number],
  'id' | 'title' | 'happenedOn'
>

interface Props {
  readonly id: string
  readonly at: { readonly year: number; readonly unit: string }
  /** Whether the ledger of the following year is offered, too. */
  readonly withNext?: boolean
  readonly value: readonly ChosenEntry[]
  readonly onChange: (entries: readonly ChosenEntry[]) => void
}

/** Presents a ledger entry as a choice. */
export function toChosenEntry({ id, title, happenedOn }: Entry): ChosenEntry {
  return { value: id, label: `${title}（${printDay(happenedOn)}）` }
}

/** Select of ledger entries in force, several at once: the server searches, and the latest come first. */
export function EntrySelect({ id, at: { year, unit }, withNext = false, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const search = useRested(typed.trim())
  const query = { page: '0', ...(search !== '' && { search }) }
  const name = 'GET /api/years/:year/units/:unit/entries'
  const own = useAnswer(name, { params: { year, unit }, query })
  const next = useAnswer(name, { params: { year: year + 1, unit }, query }, { when: withNext })
  const entries = [...(next.data?.entries ?? []), ...(own.data?.entries ?? [])]
  const found = [own, next].reduce((sum, { data }) => sum + (data?.paging?.found ?? 0), 0)
  const isAsking = own.isFetching || next.isFetching || search !== typed.trim()
  return (
    <Select
      id={id}
      mode="multiple"
      labelInValue
      maxCount={50}
      showSearch={{ onSearch: setTyped, filterOption: false }}
      loading={isAsking}
      placeholder="按标题、登记人或备注查找"
      options={entries.map(toChosenEntry)}
      value={[...value]}
      onChange={chosen => onChange(chosen.map(one => ({ value: one.value, label: one.label })))}
      notFoundContent={isAsking ? '正在查找……' : '没有这样的台账'}
      popupRender={list => (
        <>
          {list}
          {found > entries.length && <p className="soft">还有{found - entries.length}条，请输入文字查找</p>}
        </>
      )}
      style={{ width: '100%' }}
    />
  )
}
