import { useMemo } from 'react'
import { chanceNames } from '../../../../contract/survey/surveyNames.ts'
import { drawDistribution } from '../../../../contract/pictures/drawDistribution.ts'
import { drawFunnel } from '../../../../contract/pictures/drawFunnel.ts'
import { drawIntervals, MOST_NAMED } from '../../../../contract/pictures/drawIntervals.ts'
import { PictureView } from '../../../kit/PictureView.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Analysis } from '../surveyTypes.ts'

type Row = Analysis['units'][number]

/** Shows the units: a table, all with their intervals, how they are spread, and who differs by more than chance. */
export function UnitFigures({
  analysis: { units, mean, everybody, bounds, least },
}: {
  readonly analysis: Analysis
}) {
  const known = useMemo(
    () =>
      units
        .flatMap(({ name, valid, mean: of, chance }) =>
          of === undefined ? [] : [{ name, answers: valid, ...of, tone: chance ?? ('main' as const) }],
        )
        .toSorted((one, two) => two.value - one.value),
    [units],
  )
  const hasChange = units.some(({ change }) => change !== undefined)
  const isCounted = units.some(({ byPeople }) => byPeople !== undefined)
  const columns = useMemo(() => unitColumns(least, hasChange, isCounted), [least, hasChange, isCounted])
  const said = mean === undefined ? '' : `，平均${mean.toFixed(2)}分`
  return (
    <section aria-label="各单位得分">
      <h2>各单位得分</h2>
      <DataTable
        id="surveyUnits"
        label="各单位得分"
        rows={units}
        columns={columns}
        rowKey={row => row.unit}
        search="单位名称或拼音首字母"
        unit="个单位"
        height={units.length > 40 ? 'fill' : 'whole'}
      />
      {everybody !== undefined && (
        <p className="soft">
          得分是口径规定的各类对象权重合成的。若按人数加权，全体平均{everybody.mean.value.toFixed(2)}分（
          {everybody.mean.low.toFixed(2)}至{everybody.mean.high.toFixed(2)}），相当于
          {everybody.effective}份简单随机抽样的答卷
          {everybody.raked && '；有的单位缺一类对象的答卷，按单位和对象的总人数调整了权重'}
          {!everybody.met && '，但调整后仍与总人数对不上，这个平均不可靠'}
          。只供比较，不进入得分。
        </p>
      )}
      {known.length > 1 && mean !== undefined && (
        <>
          <h3>得分和误差范围</h3>
          <p className="soft">
            {known.length > MOST_NAMED && '横轴是单位按得分从高到低的次序，纵轴是得分（分）；'}
            点是得分，线是95%把握的误差范围，虚线是平均；绿色明显高于平均，红色明显低于平均。线相互重叠的，先后不一定可靠
            {known.length > MOST_NAMED && '；指着点可以看到单位'}。
          </p>
          <PictureView
            draw={width =>
              drawIntervals(known, {
                mean,
                width,
                description: `${known.length}个单位的得分和误差范围${said}；数字见上表。`,
              })
            }
          />
          <h3>得分分布</h3>
          <p className="soft">横轴是得分（分），纵轴是单位个数。</p>
          <PictureView
            draw={width =>
              drawDistribution(
                known.map(({ value }) => value),
                { description: `${known.length}个单位的得分分布${said}。`, unit: '个单位', width },
              )
            }
          />
          <h3>哪些不是偶然</h3>
          <p className="soft">
            横轴是答卷份数，纵轴是得分（分）；两条曲线之间的差别可能出于偶然（99.8%界限），之外的另有原因。
          </p>
          <PictureView
            draw={width =>
              drawFunnel(known, bounds, {
                mean,
                width,
                description: `按答卷份数看各单位得分，曲线之外${known.filter(one => one.tone !== 'main').length}个单位。`,
              })
            }
          />
        </>
      )}
    </section>
  )
}

function unitColumns(least: number, hasChange: boolean, isCounted: boolean): readonly Column<Row>[] {
  const missing = () => `有一类对象不足${least}份，不计算`
  return [
    { id: 'unit', title: '单位', width: 240, value: row => row.name, search: true, onCard: 'title' },
    { id: 'valid', title: '计分答卷（份）', width: 130, kind: 'number', value: row => row.valid },
    {
      id: 'mean',
      title: '得分（分）',
      width: 110,
      kind: 'number',
      value: row => row.mean?.value,
      show: row => row.mean?.value.toFixed(2) ?? '不足',
      missing,
      onCard: 'figure',
    },
    {
      id: 'interval',
      title: '误差范围（分）',
      width: 160,
      kind: 'number',
      value: row => row.mean?.low,
      show: row => (row.mean === undefined ? '—' : `${row.mean.low.toFixed(2)}至${row.mean.high.toFixed(2)}`),
      missing,
    },
    {
      id: 'chance',
      title: '与平均相比',
      width: 140,
      value: row =>
        row.mean === undefined ? '不足' : row.chance === undefined ? '没有明显差别' : chanceNames[row.chance],
      filter: true,
    },
    ...(isCounted
      ? [
          {
            id: 'byPeople',
            title: '按人数加权（分）',
            width: 130,
            kind: 'number' as const,
            value: (row: Row) => row.byPeople,
            show: (row: Row) => row.byPeople?.toFixed(2) ?? '—',
          },
        ]
      : []),
    ...(hasChange
      ? [
          {
            id: 'change',
            title: '比上年',
            width: 220,
            value: (row: Row) => row.change?.value,
            show: (row: Row) => printChange(row.change),
          },
        ]
      : []),
  ]
}

function printChange(change: Row['change']): string {
  if (change === undefined) return '—'
  const [value, low, high] = [change.value, change.low, change.high].map(
    one => `${one > 0 ? '+' : ''}${one.toFixed(2)}`,
  )
  const isChance = change.low <= 0 && change.high >= 0
  return `${value}（${low}至${high}）${isChance ? '，不明显' : ''}`
}
