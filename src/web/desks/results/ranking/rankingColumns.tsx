import { Link } from '@tanstack/react-router'
import { Ask } from '../../../kit/explain/Ask.tsx'
import { Points } from '../../../kit/Points.tsx'
import type { Column } from '../../../kit/table/column.ts'
import type { Ranking, RankingRow } from '../resultTypes.ts'

/** Columns of the ranking: place, unit, each component, composite, grade and consequences; every figure can be explained. */
export function rankingColumns(
  ranking: Ranking,
  ask: (unit: string, at: string) => void,
): readonly Column<RankingRow>[] {
  const { year, tiers, cohorts, leadUnits, rankings } = ranking
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string | undefined) =>
    id === undefined ? undefined : (list.find(one => one.id === id)?.name ?? id)
  return [
    {
      id: 'place',
      title: '名次',
      width: 84,
      kind: 'number',
      value: row => row.standing?.place,
      onCard: 'line',
      show: row => <Place row={row} ask={ask} />,
    },
    {
      id: 'name',
      title: '单位',
      width: 200,
      value: row => row.name,
      search: true,
      onCard: 'title',
      show: row => <Link to={`/${year}/units/${encodeURIComponent(row.unit)}`}>{row.name}</Link>,
    },
    {
      id: 'person',
      title: '考核对象',
      width: 84,
      value: row => row.personName,
      search: true,
      onCard: 'no',
      show: row => <span title={`${row.post ?? ''}　${row.why}`}>{row.personName ?? '—'}</span>,
    },
    {
      id: 'ranking',
      title: '排名榜',
      width: 110,
      value: row => nameIn(rankings, row.standing?.ranking),
      filter: rankings.length > 1,
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'tier',
      title: '层级',
      width: 96,
      value: row => nameIn(tiers, row.tier),
      filter: true,
      onCard: 'no',
    },
    {
      id: 'leadUnit',
      title: '牵头单位',
      width: 190,
      value: row => nameIn(leadUnits, row.leadUnit),
      filter: true,
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'cohort',
      title: '类别',
      width: 130,
      value: row => nameIn(cohorts, row.cohort),
      filter: true,
      hidden: true,
      onCard: 'no',
    },
    ...ranking.components.map((component, at): Column<RankingRow> => ({
      id: `component-${component.id}`,
      title: component.name,
      width: 92,
      kind: 'points',
      value: row => row.components[at]?.points,
      onCard: 'line',
      show: row => (
        <Points
          value={row.components[at]?.points}
          missing={row.components[at]?.missing}
          of={`${row.name}的${component.name}`}
          onExplain={() => ask(row.unit, component.id)}
        />
      ),
    })),
    {
      id: 'composite',
      title: '综合得分',
      width: 92,
      kind: 'points',
      value: row => row.composite,
      onCard: 'figure',
      show: row => (
        <Points
          value={row.composite}
          missing="有分项缺分"
          strong
          of={`${row.name}的综合得分`}
          onExplain={() => ask(row.unit, 'composite')}
        />
      ),
    },
    {
      id: 'grade',
      title: '等次',
      width: 92,
      value: row => row.grade?.name,
      filter: true,
      onCard: 'line',
      show: row => <Grade row={row} ask={ask} />,
    },
    {
      id: 'consequences',
      title: '结果运用',
      width: 206,
      value: row =>
        row.consequences.length === 0 ? undefined : row.consequences.map(one => one.name).join('、'),
      filter: true,
      sort: false,
      onCard: 'line',
      show: row => <Consequences row={row} ask={ask} />,
    },
  ]
}

interface CellProps {
  readonly row: RankingRow
  readonly ask: (unit: string, at: string) => void
}

function Place({ row: { unit, name, standing }, ask }: CellProps) {
  if (standing === undefined) return '—'
  const { place, tiedWith, acrossEdge, decided } = standing
  return (
    <>
      {acrossEdge && !decided ? (
        <small className="ranking-mark ranking-mark-alarm" title="并列跨越名次段边界，须由考核组织者研究">
          跨段
        </small>
      ) : (
        tiedWith.length > 0 && (
          <small className="ranking-mark" title={`与${tiedWith.length}个单位并列`}>
            并列
          </small>
        )
      )}
      <Ask of={`${name}的名次`} onAsk={() => ask(unit, 'standing')}>
        {place}
      </Ask>
    </>
  )
}

const MOVED = { precondition: '不具备前提条件', veto: '触发否决事项', quota: '受名额限制' } as const

function Grade({ row: { unit, name, grade }, ask }: CellProps) {
  if (grade === undefined) return '—'
  return (
    <>
      <Ask of={`${name}的等次`} onAsk={() => ask(unit, 'grade')}>
        {grade.name}
      </Ask>
      {grade.movedBy !== undefined && (
        <small className="ranking-mark" title={`按得分属“${grade.bandName}”，${MOVED[grade.movedBy]}`}>
          调整
        </small>
      )}
    </>
  )
}

function Consequences({ row: { unit, name, consequences }, ask }: CellProps) {
  if (consequences.length === 0) return '—'
  return (
    <Ask of={`${name}的结果运用`} onAsk={() => ask(unit, 'consequence')}>
      {consequences.map(one => one.name).join('、')}
    </Ask>
  )
}
