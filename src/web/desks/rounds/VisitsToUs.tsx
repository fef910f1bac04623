import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { ownColumns } from './ownColumns.tsx'

/** 对本单位的核查: who comes and when, and who came. */
export function VisitsToUs({ year }: { readonly year: number }) {
  const of = useAnswer('GET /api/years/:year/assignments', { params: { year } })
  return (
    <section className="own-assignments" aria-label="对本单位的核查">
      <h2>对本单位的核查</h2>
      <Answered of={of}>
        {({ assignments }) => (
          <DataTable
            id="visits-to-us"
            label="对本单位的核查"
            rows={assignments}
            columns={ownColumns}
            rowKey={row => row.id}
            unit="项"
            height="whole"
            empty={<EmptyState title="还没有核查安排" what="安排下达后，这里会显示来核查的日期和人员。" />}
          />
        )}
      </Answered>
    </section>
  )
}
