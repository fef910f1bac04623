import { useMemo } from 'react'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Analysis } from '../surveyTypes.ts'

type Row = Analysis['heat'][number]

/** Shows unit by question as a table whose cells are the darker the lower they are. */
export function HeatMap({ analysis: { heat, questions } }: { readonly analysis: Analysis }) {
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      { id: 'unit', title: '单位', width: 220, value: row => row.name, search: true, onCard: 'title' },
      ...questions.map(({ id, text, shows }, at): Column<Row> => ({
        id: `question.${id}`,
        title: text,
        width: 150,
        kind: 'number',
        value: row => row.cells[at] ?? undefined,
        show: row => <HeatCell value={row.cells[at] ?? null} shows={shows} />,
        missing: () => '答卷不足',
        onCard: 'wide',
      })),
    ],
    [questions],
  )
  if (questions.length < 2) return null
  return (
    <section aria-label="各题得分">
      <h2>各题得分</h2>
      <p className="soft">
        满意度题是平均分，颜色越深越低；选择题是选第一个答案的比例。点表头按一题排序，看谁在这一题上弱。
      </p>
      <DataTable
        id="surveyHeat"
        label="各题得分"
        rows={heat}
        columns={columns}
        rowKey={row => row.unit}
        search="单位名称或拼音首字母"
        unit="个单位"
        height={heat.length > 40 ? 'fill' : 'whole'}
      />
    </section>
  )
}

function HeatCell({ value, shows }: { readonly value: number | null; readonly shows: 'mean' | 'share' }) {
  if (value === null) return <span className="soft">不足</span>
  if (shows === 'share') return <span>{value.toFixed(1)}%</span>
  const step = Math.min(4, Math.max(0, Math.floor((100 - value) / 10)))
  return <span className={`survey-heat survey-heat-${step}`}>{value.toFixed(2)}</span>
}
