import { useMemo } from 'react'
import { printFigure } from '../../../kit/explain/printFigure.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { Comparison } from '../resultTypes.ts'
import { movementColumns } from './movementColumns.tsx'
import './comparison.css'

interface Props {
  readonly id: string
  readonly year: number
  readonly comparison: Comparison
  /** omits the differing rulings where they are already shown. */
  readonly withoutRulings?: boolean
}

/** Shows the differences between two results: how many units move, which consequences begin and end, the causes, then unit by unit. */
export function ComparisonView({ id, year, comparison, withoutRulings = false }: Props) {
  const columns = useMemo(() => movementColumns(year), [year])
  const { movements, stayed, counts, causes, rulings } = comparison
  if (movements.length === 0)
    return <p className="comparison-none">{stayed}个单位的得分、名次、等次和结果运用都不变。</p>
  return (
    <div className="comparison">
      <ul className="comparison-counts" aria-label="变动的单位数">
        <Count name="得分变动" of={counts.scores} />
        <Count name="名次变动" of={counts.places} />
        <Count name="等次变动" of={counts.grades} />
        <Count name="结果运用变动" of={counts.consequences} alarm />
        <Count name="完全不变" of={stayed} />
      </ul>
      <ConsequenceMoves of={comparison.consequences} />
      {rulings.length > 0 && !withoutRulings && (
        <ul className="comparison-list">
          {rulings.map(ruling => (
            <li key={ruling.id}>
              口径{ruling.id}：由“{ruling.from ?? '没有'}”改为“{ruling.to ?? '没有'}”
            </li>
          ))}
        </ul>
      )}
      {causes.length > 0 && (
        <>
          <h3>变动的原因</h3>
          <ul className="comparison-list">
            {causes.slice(0, MOST_CAUSES).map(cause => (
              <li key={cause.key}>{describeCause(cause)}</li>
            ))}
            {causes.length > MOST_CAUSES && <li>另有{causes.length - MOST_CAUSES}处，见下表。</li>}
          </ul>
        </>
      )}
      <h3>变动的单位</h3>
      <DataTable
        id={id}
        label="变动的单位"
        rows={movements}
        columns={columns}
        rowKey={row => row.unit}
        search="单位"
        unit="个单位"
        height="fill"
      />
    </div>
  )
}

const MOST_CAUSES = 8

/** Describes a cause; gains and losses are not netted. */
function describeCause({ where, units, effect, why }: Comparison['causes'][number]): string {
  const mean = Math.round((effect / units) * 100) / 100
  const size = units === 1 ? `动${printFigure(mean)}分` : `平均动${printFigure(mean)}分`
  return `${where}：影响${units}个单位，${size}${why.length > 0 ? `；${why.join('；')}` : ''}`
}

function Count({
  name,
  of,
  alarm = false,
}: {
  readonly name: string
  readonly of: number
  readonly alarm?: boolean
}) {
  return (
    <li className={alarm && of > 0 ? 'comparison-alarm' : undefined}>
      <strong>{of}</strong> {name}
    </li>
  )
}

function ConsequenceMoves({ of }: { readonly of: Comparison['consequences'] }) {
  const moved = of.filter(({ begins, ends }) => begins.length + ends.length > 0)
  if (moved.length === 0) return null
  return (
    <>
      <h3>结果运用的变动</h3>
      <ul className="comparison-list">
        {moved.map(({ rule, name, citation, begins, ends }) => (
          <li key={rule}>
            <strong>{name}</strong>（{citation}）
            {begins.length > 0 && (
              <span className="comparison-begins block">新增：{begins.map(one => one.name).join('、')}</span>
            )}
            {ends.length > 0 && (
              <span className="comparison-ends good block">不再：{ends.map(one => one.name).join('、')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
