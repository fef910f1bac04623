import { Answered } from '../../../kit/Answered.tsx'
import type { useAnswer } from '../../../client/useAnswer.ts'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { DutySign } from '../routineTypes.ts'

const COLUMNS: readonly Column<DutySign>[] = [
  {
    id: 'unit',
    title: '牵头单位',
    width: 230,
    value: row => row.unitName,
    search: true,
    filter: true,
    onCard: 'title',
  },
  { id: 'name', title: '迹象', width: 170, value: row => row.name, filter: true },
  {
    id: 'text',
    title: '情况',
    width: 480,
    value: row => row.text,
    search: true,
    sort: false,
    onCard: 'wide',
  },
]

/** Shows the committee the signs that lead units go through the motions; a deduction may cite them, and none follows by itself. (六（四）) */
export function DutySigns({
  of,
}: {
  readonly of: ReturnType<typeof useAnswer<'GET /api/years/:year/lead-duty/signs'>>
}) {
  return (
    <section className="routine-part" aria-labelledby="signs-head">
      <h2 id="signs-head">走过场的迹象</h2>
      <p className="soft">由登记的情况列出，不自动扣分；扣分时可以引用，单位可以提出异议。</p>
      <Answered of={of}>
        {({ signs }) => (
          <DataTable
            id="duty-signs"
            label="走过场的迹象"
            rows={signs}
            columns={COLUMNS}
            rowKey={row => `${row.unit} ${row.text}`}
            search="单位、情况"
            unit="条"
            height={signs.length > 12 ? 'fill' : 'whole'}
            empty={<p className="soft">没有发现迹象。</p>}
          />
        )}
      </Answered>
    </section>
  )
}
