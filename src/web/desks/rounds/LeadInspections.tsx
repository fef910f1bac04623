import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { visitFields } from '../../../contract/rounds/roundsFields.ts'
import { unitField } from '../../../contract/shape/field.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { ownColumns } from './ownColumns.tsx'
import type { Assignment } from './roundTypes.ts'

/** Shows a lead unit the visits of the committee to its units and its own, which inform but do not score. (三（二）2, R22) */
export function LeadInspections({ year }: { readonly year: number }) {
  const [open, setOpen] = useState(false)
  const of = useAnswer('GET /api/years/:year/assignments', { params: { year } })
  const { isSealed } = useYear()
  const columns = useMemo(() => (isSealed ? ownColumns : [...ownColumns, dropColumn(year)]), [year, isSealed])
  return (
    <section className="lead-inspections" aria-label="本系统的核查">
      <div className="part-head">
        <h2>本系统的核查</h2>
        {!isSealed && <Button onClick={() => setOpen(true)}>安排对成员单位的核查</Button>}
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
  const { data } = useAnswer('GET /api/years/:year/roster', { params: { year } })
  const act = useAct('POST /api/years/:year/units/:unit/lead-inspections', { done: '核查已安排' })
  const units = (data?.units ?? []).filter(unit => unit.leadUnit !== undefined)
  const form = useForm(
    { unit: unitField('成员单位', { units }), ...visitFields },
    {
      acts: [act],
      send: ({ unit, ...body }) => act.run({ params: { year, unit }, body }),
      after: onClose,
    },
  )
  return (
    <FormModal
      form={form}
      title="安排对成员单位的核查"
      confirm="安排"
      waits={!form.isComplete}
      onClose={onClose}
    />
  )
}
