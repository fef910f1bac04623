import { useMemo } from 'react'
import { printStanding, questionOf, themeQuestionOf } from '../../../../contract/survey/surveyNames.ts'
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
  const columns = useMemo(
    () => [
      unitColumn,
      ...(disagreements.some(({ leadName }) => leadName !== undefined) ? [leadColumn] : []),
      ...restColumns,
    ],
    [disagreements],
  )
  return (
    <section aria-label="与其他项目不一致的">
      <h2>与其他项目不一致的</h2>
      <p className="soft">
        位次相差一半以上的单位，供核查时询问，不影响得分。前10%是排在最前的一成，后10%是排在最后的一成。
      </p>
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
            search="核查主题"
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

const unitColumn: Column<Row> = {
  id: 'unit',
  title: '单位',
  width: 240,
  value: row => row.name,
  search: true,
  onCard: 'title',
}

const leadColumn: Column<Row> = {
  id: 'lead',
  title: '牵头单位',
  width: 180,
  value: row => row.leadName,
  filter: true,
}

const restColumns: readonly Column<Row>[] = [
  { id: 'component', title: '项目', width: 120, value: row => row.componentName, filter: true },
  {
    id: 'survey',
    title: '民意调查位次',
    width: 120,
    kind: 'number',
    value: row => row.survey,
    show: row => printStanding(row.survey),
  },
  {
    id: 'other',
    title: '该项目位次',
    width: 120,
    kind: 'number',
    value: row => row.other,
    show: row => printStanding(row.other),
  },
  {
    id: 'ask',
    title: '可以问什么',
    width: 360,
    value: questionOf,
    onCard: 'wide',
  },
]

const themeColumns: readonly Column<Theme>[] = [
  { id: 'theme', title: '核查主题', width: 240, value: row => row.theme, search: true, onCard: 'title' },
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
    value: themeQuestionOf,
    onCard: 'wide',
  },
]
