import { useMemo, useState } from 'react'
import { Choice } from '../../../kit/Choice.tsx'
import { printFigure } from '../../../kit/explain/printFigure.ts'
import type { Ranking } from '../resultTypes.ts'
import type { ChartRow } from './chartRows.ts'
import { type Spread, spreadByGroup } from './spread.ts'

const GROUPINGS = { leadUnit: '按牵头单位', tier: '按层级', cohort: '按类别' } as const
type Grouping = keyof typeof GROUPINGS

/** Charts the spread of component scores by lead unit, tier or cohort: the middle half as a bar with the median marked, minimum to maximum as a line. */
export function ComponentSpread({
  ranking,
  rows,
}: {
  readonly ranking: Ranking
  readonly rows: readonly ChartRow[]
}) {
  const [component, setComponent] = useState(ranking.components[0]?.id ?? '')
  const [grouping, setGrouping] = useState<Grouping>('leadUnit')
  const groups = useMemo(
    () => groupsOf(ranking, rows, component, grouping),
    [ranking, rows, component, grouping],
  )
  const least = groups.reduce((found, group) => Math.min(found, group.least), Infinity)
  const most = groups.reduce((found, group) => Math.max(found, group.most), -Infinity)
  return (
    <>
      <div className="charts-choices">
        <Choice
          label="分项"
          value={component}
          onChange={setComponent}
          options={[
            ...ranking.components.map(({ id, name }) => ({ value: id, text: name })),
            { value: COMPOSITE, text: '综合得分' },
          ]}
        />
        <Choice
          label="分组"
          value={grouping}
          onChange={value => setGrouping(value as Grouping)}
          options={Object.entries(GROUPINGS).map(([value, text]) => ({ value, text }))}
        />
      </div>
      {groups.length === 0 ? (
        <p className="charts-none">这一分项还没有得分。</p>
      ) : (
        <ul className="spread" aria-label={`${GROUPINGS[grouping]}的得分`} tabIndex={0}>
          {groups.map(group => (
            <SpreadLine key={group.name} group={group} least={least} most={most} />
          ))}
        </ul>
      )}
      <p className="charts-said">线为最低至最高，条为中间一半，竖线和数字为中位分。</p>
    </>
  )
}

const COMPOSITE = ' composite'

function SpreadLine({
  group,
  least,
  most,
}: {
  readonly group: Spread
  readonly least: number
  readonly most: number
}) {
  const at = (value: number) => (most === least ? 50 : ((value - least) / (most - least)) * 100)
  const told = `${group.count}个单位，最低${printFigure(group.least)}，中位${printFigure(round(group.middle))}，最高${printFigure(group.most)}`
  return (
    <li title={`${group.name}：${told}`}>
      <span className="cut-line" title={group.name}>
        {group.name}
      </span>
      <span className="spread-track" role="img" aria-label={told}>
        <span
          className="spread-reach"
          style={{ left: `${at(group.least)}%`, right: `${100 - at(group.most)}%` }}
        />
        <span
          className="spread-half"
          style={{ left: `${at(group.lower)}%`, right: `${100 - at(group.upper)}%` }}
        />
        <span className="spread-middle" style={{ left: `${at(group.middle)}%` }} />
      </span>
      <span className="to-right">{printFigure(round(group.middle))}</span>
    </li>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function groupsOf(
  ranking: Ranking,
  rows: readonly ChartRow[],
  component: string,
  grouping: Grouping,
): readonly Spread[] {
  const place = ranking.components.findIndex(one => one.id === component)
  return spreadByGroup(
    rows.flatMap(row => {
      const points = component === COMPOSITE ? row.composite : row.components[place]
      return points === undefined ? [] : [{ group: row[grouping], points }]
    }),
  )
}
