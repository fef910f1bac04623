import { Button, DatePicker, Form, Input, InputNumber } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { CallAnswer } from '../../client/call.ts'
import { Choice } from '../../kit/Choice.tsx'

type Groups = CallAnswer<'GET /api/trail'>['groups']

/** 留痕的筛选, as asked for. */
export interface AskedFilters {
  readonly group?: Groups[number]['id']
  readonly person?: string
  readonly unit?: string
  readonly year?: string
  readonly from?: string
  readonly to?: string
  readonly text?: string
}

interface Props {
  readonly groups: Groups
  readonly value: AskedFilters
  readonly onChange: (filters: AskedFilters) => void
}

/** 留痕的筛选: by matter, person, unit, year, days and words; asked for by 查找. */
export function TrailFilters({ groups, value, onChange }: Props) {
  const [entry, setEntry] = useState<AskedFilters>(value)
  const set = (change: { readonly [K in keyof AskedFilters]?: AskedFilters[K] | undefined }) =>
    setEntry(without({ ...entry, ...change }))
  return (
    <Form
      layout="vertical"
      className="trail-filters"
      onFinish={() => onChange(entry)}
      onReset={() => {
        setEntry({})
        onChange({})
      }}
    >
      <Form.Item label="类别">
        <Choice
          label="类别"
          none="全部类别"
          value={entry.group ?? ''}
          options={groups.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={group => set({ group: groups.find(each => each.id === group)?.id })}
        />
      </Form.Item>
      <Form.Item label="人员" htmlFor="trail-person">
        <Input
          id="trail-person"
          value={entry.person ?? ''}
          maxLength={100}
          onChange={event => set({ person: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="单位" htmlFor="trail-unit">
        <Input
          id="trail-unit"
          value={entry.unit ?? ''}
          maxLength={100}
          onChange={event => set({ unit: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="年度" htmlFor="trail-year">
        <InputNumber
          id="trail-year"
          min={1949}
          max={2999}
          precision={0}
          controls={false}
          value={entry.year === undefined ? null : Number(entry.year)}
          onChange={year => set({ year: year === null ? undefined : String(year) })}
        />
      </Form.Item>
      <Form.Item label="自" htmlFor="trail-from">
        <DatePicker
          id="trail-from"
          value={dayOf(entry.from)}
          onChange={day => set({ from: day?.format('YYYY-MM-DD') })}
        />
      </Form.Item>
      <Form.Item label="至" htmlFor="trail-to">
        <DatePicker
          id="trail-to"
          value={dayOf(entry.to)}
          onChange={day => set({ to: day?.format('YYYY-MM-DD') })}
        />
      </Form.Item>
      <Form.Item label="事项中的文字" htmlFor="trail-text" className="trail-words">
        <Input
          id="trail-text"
          value={entry.text ?? ''}
          maxLength={100}
          onChange={event => set({ text: event.target.value })}
        />
      </Form.Item>
      <div className="trail-buttons">
        <Button type="primary" htmlType="submit">
          查找
        </Button>
        <Button htmlType="reset">显示全部</Button>
      </div>
    </Form>
  )
}

function dayOf(text: string | undefined) {
  return text === undefined ? null : dayjs(text)
}

/** An emptied field asks for nothing. */
function without(entry: { readonly [K in keyof AskedFilters]?: AskedFilters[K] | undefined }): AskedFilters {
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
}
