import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Analysis } from '../surveyTypes.ts'

type Row = Analysis['disagreements'][number]

/** Lists the units whose survey and another component disagree: questions for the inspectors, never points. */
export function Disagreements({ of }: { readonly of: readonly Row[] }) {
  return (
    <section aria-label="与其他项目不一致的">
      <h2>与其他项目不一致的</h2>
      <p className="soft">位次相差一半以上的单位，供核查时询问，不影响得分。</p>
      <DataTable
        id="surveyDisagreements"
        label="与其他项目不一致的"
        rows={of}
        columns={columns}
        rowKey={row => `${row.unit} ${row.componentName}`}
        search="单位名称或拼音首字母"
        unit="处"
        height={of.length > 20 ? 'fill' : 'whole'}
      />
    </section>
  )
}

const placeOf = (part: number): string => `前${Math.max(1, Math.round((1 - part) * 100))}%`

const columns: readonly Column<Row>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.name, search: true, onCard: 'title' },
  { id: 'lead', title: '牵头单位', width: 180, value: row => row.leadName, filter: true },
  { id: 'component', title: '项目', width: 120, value: row => row.componentName, filter: true },
  { id: 'survey', title: '民意调查', width: 110, value: row => row.survey, show: row => placeOf(row.survey) },
  { id: 'other', title: '该项目', width: 110, value: row => row.other, show: row => placeOf(row.other) },
  {
    id: 'ask',
    title: '可以问什么',
    width: 360,
    value: row =>
      row.survey < row.other
        ? `${row.componentName}好而群众评价低，台账所记是否落到了实处？`
        : `群众评价好而${row.componentName}低，是工作没有记下来，还是标准没有掌握？`,
    onCard: 'wide',
  },
]
