import { Button, Form, Input, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '../../client/SessionContext.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { DayField } from '../../kit/DayField.tsx'
import { UnitSelect } from '../../kit/UnitSelect.tsx'
import { ownColumns } from './ownColumns.tsx'
import type { Assignment } from './roundTypes.ts'

/** 本系统的核查: visits of the committee to its units, and those of the lead unit itself, which inform and do not score. (三（二）2, R22) */
export function LeadInspections({ year }: { readonly year: number }) {
  const [open, setOpen] = useState(false)
  const of = useAnswer('GET /api/years/:year/assignments', { params: { year } })
  const columns = useMemo(() => [...ownColumns, dropColumn(year)], [year])
  return (
    <section className="lead-inspections" aria-label="本系统的核查">
      <div className="part-head">
        <h2>本系统的核查</h2>
        <Button onClick={() => setOpen(true)}>安排对成员单位的核查</Button>
      </div>
      <p className="soft">牵头单位自己的核查作记录和提醒之用，不计入实地核查得分。</p>
      <Answered of={of}>
        {({ assignments }) => (
          <DataTable
            id="group-assignments"
            label="本系统的核查"
            rows={assignments}
            columns={columns}
            rowKey={row => row.id}
            search="单位名称或拼音首字母"
            unit="项"
            height="whole"
            empty={<EmptyState title="还没有核查安排" what="组织考核者下达的和本单位安排的，都列在这里。" />}
          />
        )}
      </Answered>
      {open && <VisitForm year={year} onClose={() => setOpen(false)} />}
    </section>
  )
}

function dropColumn(year: number): Column<Assignment> {
  return {
    id: 'act',
    title: '操作',
    width: 96,
    value: () => undefined,
    show: row => (row.by === 'leadUnit' && row.state === 'planned' ? <Drop year={year} row={row} /> : ''),
    sort: false,
  }
}

function Drop({ year, row }: { readonly year: number; readonly row: Assignment }) {
  const drop = useAct('DELETE /api/years/:year/units/:unit/lead-inspections/:assignment', { done: '已撤去' })
  const may = useMay()
  if (!may('planLeadInspections')) return ''
  const input = {
    params: { year, unit: row.unit, assignment: row.id },
    query: { revision: String(row.revision) },
  }
  return (
    <Button size="small" loading={drop.busy} onClick={() => void drop.run(input)}>
      撤去
    </Button>
  )
}

function VisitForm({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const roster = useAnswer('GET /api/years/:year/roster', { params: { year } })
  const [fields, setFields] = useState({ unit: '', day: '', people: [] as string[], note: '' })
  const plan = useAct('POST /api/years/:year/units/:unit/lead-inspections', { done: '核查已安排' })
  const members = (roster.data?.units ?? []).filter(unit => unit.leadUnit !== undefined)

  async function save() {
    const { unit, day, people, note } = fields
    const made = await plan.run({
      params: { year, unit },
      body: { plannedOn: day, people: people.map(one => one.trim()), note },
    })
    if (made !== undefined) onClose()
  }

  return (
    <Modal
      open
      title="安排对成员单位的核查"
      okText="安排"
      cancelText="取消"
      okButtonProps={{ disabled: fields.unit === '' || fields.day === '' }}
      confirmLoading={plan.busy}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <RefusedNotice error={plan.refused} />
      <Form layout="vertical" component="div">
        <Form.Item label="成员单位" htmlFor="visit-unit" required>
          <UnitSelect
            id="visit-unit"
            units={members}
            value={fields.unit}
            onChange={unit => setFields({ ...fields, unit })}
          />
        </Form.Item>
        <Form.Item label="日期" htmlFor="visit-day" required>
          <DayField id="visit-day" value={fields.day} onChange={day => setFields({ ...fields, day })} />
        </Form.Item>
        <Form.Item label="同去的人（本人不用填）" htmlFor="visit-people">
          <Select
            id="visit-people"
            mode="tags"
            open={false}
            maxCount={5}
            suffixIcon={null}
            placeholder="输入姓名后按回车"
            value={fields.people}
            onChange={people => setFields({ ...fields, people })}
          />
        </Form.Item>
        <Form.Item label="备注" htmlFor="visit-note">
          <Input
            id="visit-note"
            maxLength={500}
            value={fields.note}
            onChange={event => setFields({ ...fields, note: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
