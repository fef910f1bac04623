import { useMemo } from 'react'
import { printFigure } from '../../../kit/explain/printFigure.ts'
import { type Column, StackedColumns } from '../../../kit/StackedColumns.tsx'
import type { Ranking } from '../resultTypes.ts'
import type { ChartRow } from './chartRows.ts'
import { type Bin, histogram } from './histogram.ts'
import { spreadOf } from './spread.ts'

/** Shades of one colour from the best grade down; only the last grade has a contrasting colour. */
const SHADES = ['var(--blue)', 'var(--blue-soft)', 'var(--mist)', 'var(--red)', 'var(--violet)'] as const

interface Shade {
  readonly key: string
  readonly name: string
  readonly colour: string
}

/** Charts the distribution of the composite (综合得分) as a histogram in the colours of the grades. */
export function Distribution({
  ranking,
  rows,
}: {
  readonly ranking: Ranking
  readonly rows: readonly ChartRow[]
}) {
  const bins = useMemo(() => histogram(rows), [rows])
  const scores = rows.flatMap(row => (row.composite === undefined ? [] : [row.composite]))
  if (scores.length === 0) return <p className="charts-none">还没有综合得分。</p>
  if (scores.length < FEW) return <Few scores={scores} />
  const { least, middle, most } = spreadOf('', scores)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const figures = `最高${printFigure(most)}，中位${printFigure(round(middle))}，平均${printFigure(round(mean))}，最低${printFigure(least)}`
  const shades = ranking.grades
    .map(({ id, name }, at) => ({ key: id, name, colour: SHADES[at % SHADES.length]! }))
    .filter(({ key }) => bins.some(bin => bin.byGrade.has(key)))
  const grades = ranking.grades.map(
    grade => `${grade.name}${rows.filter(row => row.grade === grade.id).length}个`,
  )
  return (
    <>
      <StackedColumns
        columns={bins.map(bin => columnOf(bin, shades))}
        legend={shades}
        description={`综合得分的分布：${figures}。${grades.join('，')}。`}
      />
      <p className="charts-said">{figures}</p>
    </>
  )
}

/** A histogram of so few is a slab. */
const FEW = 5

function Few({ scores }: { readonly scores: readonly number[] }) {
  const told = scores.toSorted((one, other) => other - one).map(score => printFigure(score))
  return <p>{`${scores.length}个单位：${told.join('、')}`}</p>
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

function columnOf({ from, to, count, byGrade }: Bin, grades: readonly Shade[]): Column {
  return {
    key: String(from),
    label: String(from),
    told: `${from}至不满${to}分：${count}个单位`,
    parts: grades.map(({ key, colour }) => ({ key, colour, count: byGrade.get(key) ?? 0 })),
  }
}
