import { useMemo } from 'react'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Analysis } from '../surveyTypes.ts'

type Row = Analysis['disagreements'][number]
type Theme = Analysis['disagreeingThemes'][number]

/** Lists the units whose survey and another component disagree, by unit, lead group and theme: questions for the inspectors, never points. */
export function Disagreements({
  analysis: { disagreements, disagreeingGroups, disagreeingThemes },
}: {
  readonly analysis: Analysis
}) {
  const themes = useMemo(
    () =>
      disagreeingThemes
        .filter(({ clean, faulted }) => clean + faulted > 0)
        .toSorted((one, other) => other.clean - one.clean),
    [disagreeingThemes],
  )
  return (
    <section aria-label="与其他项目不一致的">
      <h2>与其他项目不一致的</h2>
      <p className="soft">位次相差一半以上的单位，供核查时询问，不影响得分。</p>
      <DataTable
        id="surveyDisagreements"
        label="与其他项目不一致的"
        rows={disagreements}
        columns={columns}
        rowKey={row => `${row.unit} ${row.componentName}`}
        search="单位名称或拼音首字母"
        unit="处"
        height={disagreements.length > 20 ? 'fill' : 'whole'}
      />
      {disagreeingGroups.length > 0 && (
        <>
          <h3>集中在哪些系统</h3>
          <ul className="line-list bare survey-groups">
            {disagreeingGroups.slice(0, MOST_GROUPS).map(({ leadName, surveyLow, surveyHigh }) => (
              <li key={leadName}>
                <span>{leadName}</span>
                <span>
                  {[
                    ...(surveyLow > 0 ? [`${surveyLow}个单位群众评价偏低`] : []),
                    ...(surveyHigh > 0 ? [`${surveyHigh}个单位群众评价偏高`] : []),
                  ].join('，')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {themes.length > 0 && (
        <>
          <h3>按核查主题可以问什么</h3>
          <DataTable
            id="surveyThemes"
            label="按核查主题可以问什么"
            rows={themes}
            columns={themeColumns}
            rowKey={row => row.theme}
            unit="个主题"
            height="whole"
          />
        </>
      )}
    </section>
  )
}

/** Lead groups that are listed. */
const MOST_GROUPS = 20

const placeOf = (part: number): string => `前${Math.max(1, Math.round((1 - part) * 100))}%`

const columns: readonly Column<Row>[] = [
  { id: 'unit', title: '单位', width: 240, value: row => row.name, search: true, onCard: 'title' },
  { id: 'lead', title: '牵头单位', width: 180, value: row => row.leadName, filter: true },
  { id: 'component', title: '项目', width: 120, value: row => row.componentName, filter: true },
  {
    id: 'survey',
    title: '民意调查',
    width: 110,
    kind: 'number',
    value: row => row.survey,
    show: row => placeOf(row.survey),
  },
  {
    id: 'other',
    title: '该项目',
    width: 110,
    kind: 'number',
    value: row => row.other,
    show: row => placeOf(row.other),
  },
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

const themeColumns: readonly Column<Theme>[] = [
  { id: 'theme', title: '核查主题', width: 240, value: row => row.theme, onCard: 'title' },
  {
    id: 'clean',
    title: '评价低而没有扣分',
    width: 150,
    kind: 'number',
    value: row => row.clean,
    show: row => `${row.clean}/${row.low}个单位`,
  },
  {
    id: 'faulted',
    title: '评价高而有扣分',
    width: 150,
    kind: 'number',
    value: row => row.faulted,
    show: row => `${row.faulted}/${row.high}个单位`,
  },
  {
    id: 'ask',
    title: '可以问什么',
    width: 360,
    value: ({ clean, faulted }) =>
      clean >= faulted ? '是确实没有问题，还是没有查到？' : '扣分的事群众是否知道，是否已经改好？',
    onCard: 'wide',
  },
]
