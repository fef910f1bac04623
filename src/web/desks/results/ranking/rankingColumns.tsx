import { Link } from '@tanstack/react-router'
import { changeOf, rankingColumns as columns } from '../../../../contract/results/rankingColumns.ts'
import { Ask } from '../../../kit/explain/Ask.tsx'
import { Points } from '../../../kit/Points.tsx'
import { type Column, showColumns } from '../../../kit/table/column.ts'
import type { Ranking, RankingRow } from '../resultTypes.ts'

/** Columns of the ranking: place, unit, each component, composite, change, grade and consequences; every figure can be explained. */
export function rankingColumns(
  ranking: Ranking,
  ask: (unit: string, at: string) => void,
): readonly Column<RankingRow>[] {
  const components = ranking.components.map(
    ({ id, name }, at) =>
      [
        `component-${id}`,
        {
          width: 80,
          kind: 'points',
          show: (row: RankingRow) => (
            <Points
              value={row.components[at]?.points}
              missing={row.components[at]?.missing}
              of={`${row.name}的${name}`}
              onExplain={() => ask(row.unit, id)}
            />
          ),
        },
      ] as const,
  )
  return showColumns<RankingRow>(columns(ranking), {
    place: { width: 72, kind: 'number', show: row => <Place row={row} ask={ask} /> },
    name: {
      width: 180,
      onCard: 'title',
      show: row => (
        <Link
          to={`/${ranking.year}/units/${encodeURIComponent(row.unit)}`}
          search={{ asOf: ranking.asOf } as never}
        >
          {row.name}
        </Link>
      ),
    },
    ...(ranking.ranges && {
      range: { width: 92, kind: 'number', show: row => <Range row={row} /> } as const,
    }),
    person: {
      width: 76,
      onCard: 'no',
      show: row => <span title={`${row.post ?? ''}　${row.why}`}>{row.personName ?? '—'}</span>,
    },
    ranking: { width: 110, hidden: true, onCard: 'no' },
    tier: { width: 84, onCard: 'no' },
    leadUnit: { width: 190, hidden: true, onCard: 'no' },
    cohort: { width: 130, hidden: true, onCard: 'no' },
    ...Object.fromEntries(components),
    composite: {
      width: 136,
      kind: 'points',
      onCard: 'figure',
      show: row => <Composite row={row} of={ranking} ask={ask} />,
    },
    change: { width: 70, kind: 'number', show: row => <Change row={row} /> },
    grade: { width: 84, show: row => <Grade row={row} ask={ask} /> },
    consequences: { width: 142, sort: false, show: row => <Consequences row={row} ask={ask} /> },
  })
}

interface CellProps {
  readonly row: RankingRow
  readonly ask: (unit: string, at: string) => void
}

/** Shows the composite over a bar of its share of the base. */
function Composite({ row, of, ask }: CellProps & { readonly of: Ranking }) {
  return (
    <span className="score-cell">
      {row.composite !== undefined && (
        <span className="score-bar track" aria-hidden>
          <span style={{ width: `${Math.max(0, Math.min(100, (row.composite / of.base) * 100))}%` }} />
        </span>
      )}
      <Points
        value={row.composite}
        missing="有分项缺分"
        strong
        of={`${row.name}的综合得分`}
        onExplain={() => ask(row.unit, 'composite')}
      />
    </span>
  )
}

/** Shows between which places most redraws lie, over a picture of the places around the present one, which is the dot. */
function Range({ row: { range, standing } }: { readonly row: RankingRow }) {
  if (range === undefined || standing === undefined) return '—'
  const { best, worst, isBandUnsure } = range
  const { of, place } = standing
  const reach = Math.max(10, of / 20)
  const part = (at: number) => Math.min(100, Math.max(0, 50 + ((at - place) / reach) * 50))
  const says = `重抽时九成的次数在第${best}至第${worst}名${isBandUnsure ? '，名次段不稳' : ''}`
  return (
    <span className="range-cell" title={says}>
      <span className={isBandUnsure ? 'bad' : 'soft'}>{best === worst ? best : `${best}–${worst}`}</span>
      <span className="range-picture track" aria-hidden>
        <span style={{ left: `${part(best)}%`, width: `${part(worst) - part(best)}%` }} />
        <i />
      </span>
    </span>
  )
}

/** Shows the places gained or lost since last year. */
function Change({ row }: { readonly row: RankingRow }) {
  const change = changeOf(row)
  if (change === undefined) return <span className="soft">—</span>
  const told = `上年第${row.lastPlace}名`
  if (change === 0)
    return (
      <span className="soft" title={told}>
        持平
      </span>
    )
  return (
    <span className={change > 0 ? 'good' : 'soft'} title={told}>
      {change > 0 ? `↑${change}` : `↓${-change}`}
    </span>
  )
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
        <span className="grade-tag">{grade.name}</span>
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
