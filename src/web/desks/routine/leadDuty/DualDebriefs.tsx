import { Link } from '@tanstack/react-router'
import type { CallAnswer } from '../../../client/call.ts'
import { useAnswer } from '../../../client/useAnswer.ts'
import { Answered } from '../../../kit/Answered.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { printDay } from '../../../kit/printDay.ts'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import { onlyAt } from '../../../kit/table/useTableView.ts'

type Line = CallAnswer<'GET /api/years/:year/routine/dualDebriefs'>['units'][number]

const COLUMNS: readonly Column<Line>[] = [
  { id: 'unit', title: '单位', width: 230, value: row => row.unitName, search: true, onCard: 'title' },
  {
    id: 'lead',
    title: '牵头单位',
    width: 200,
    value: row => row.leadUnitName,
    filter: true,
    search: true,
    onCard: 'no',
  },
  {
    id: 'held',
    title: '情况',
    width: 100,
    value: row => (row.dates.length === 0 ? '未登记' : `${row.dates.length}次`),
    filter: true,
    onCard: 'figure',
  },
  {
    id: 'dates',
    title: '日期',
    width: 260,
    value: row => (row.dates.length === 0 ? undefined : row.dates.map(printDay).join('、')),
  },
  { id: 'participants', title: '参加人次', width: 96, kind: 'number', value: row => row.participants },
]

/** Shows the dual debriefs (双述双评): who has held one for their own branch secretaries, from the units' ledgers. (六（四）) */
export function DualDebriefs({ year }: { readonly year: number }) {
  const of = useAnswer('GET /api/years/:year/routine/dualDebriefs', { params: { year } })
  return (
    <section className="routine-part" aria-labelledby="debriefs-head">
      <h2 id="debriefs-head">双述双评</h2>
      <Answered of={of}>
        {({ units, citation }) => (
          <>
            {units.length > 0 && (
              <p className="soft">
                {citation === undefined ? '' : `${citation}：`}
                {units.length}个单位中，{units.filter(unit => unit.dates.length > 0).length}个已在台账登记。
              </p>
            )}
            <p>
              <Link to={`/${year}/dualDebriefs`}>名单和评议结果</Link>
            </p>
            <DataTable
              id="dual-debriefs"
              label="双述双评"
              rows={units}
              columns={COLUMNS}
              rowKey={row => row.unit}
              rowLink={row => onlyAt(`/${year}/dualDebriefs`, { unit: [row.unitName] })}
              search="单位名称或拼音首字母"
              unit="个单位"
              empty={
                <EmptyState
                  title="还没有参加考核的单位"
                  what="录入名册后，这里列出各单位双述双评的登记情况。"
                  next={<LinkButton to={`/${year}/roster`}>查看名册</LinkButton>}
                />
              }
            />
          </>
        )}
      </Answered>
    </section>
  )
}
