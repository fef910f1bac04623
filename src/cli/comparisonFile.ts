import { csvText } from '../contract/lists/csvText.ts'
import type { Comparison, Movement } from '../domain/compare/compareOutcomes.ts'
import { type Points, toDecimal } from '../domain/kernel/points.ts'

/** Returns the full comparison as JSON, with points as decimals. */
export function comparisonJson(comparison: Comparison): string {
  const { movements, stayed, rulings, causes } = comparison
  const plain = {
    format: 'hengping-comparison/1',
    moved: movements.length,
    stayed,
    rulings,
    causes: causes.map(cause => ({ ...cause, effect: decimal(cause.effect) })),
    movements: movements.map(movement => ({
      ...movement,
      from: sideOf(movement.from),
      to: sideOf(movement.to),
      points: movement.points === undefined ? undefined : toDecimal(movement.points),
      causes: movement.causes.map(({ from, to, ...cause }) => ({
        ...cause,
        effect: decimal(cause.effect),
        from: from === undefined ? undefined : decimal(from),
        to: to === undefined ? undefined : decimal(to),
      })),
    })),
  }
  return `${JSON.stringify(plain, null, 2)}\n`
}

/** Returns the comparison as CSV: one line per unit, with a byte order mark and CRLF so that Excel and WPS read the Chinese correctly. */
export function comparisonCsv({ movements }: Comparison): string {
  const heading = [
    '单位编号',
    '单位',
    '原名次',
    '新名次',
    '名次变动',
    '原综合得分',
    '新综合得分',
    '得分变动',
    '原等次',
    '新等次',
    '原因',
    '说明',
  ]
  return csvText(heading, movements.map(lineOf))
}

function lineOf({
  unit,
  name,
  from,
  to,
  places,
  points,
  causes,
  notes,
}: Movement): readonly (string | number)[] {
  const told = causes.map(
    cause =>
      `${cause.where} ${decimal(cause.effect)}${cause.why.length > 0 ? `（${cause.why.join('；')}）` : ''}`,
  )
  return [
    unit,
    name,
    from.place ?? '',
    to.place ?? '',
    places ?? '',
    scoreOf(from.composite),
    scoreOf(to.composite),
    scoreOf(points),
    from.grade ?? '',
    to.grade ?? '',
    told.join('\n'),
    notes.join('\n'),
  ]
}

function sideOf(side: Movement['from']) {
  return { ...side, composite: side.composite === undefined ? undefined : toDecimal(side.composite) }
}

function scoreOf(points: Points | undefined): number | string {
  return points === undefined ? '' : toDecimal(points)
}

function decimal(thousandths: number): number {
  return Number((thousandths / 1000).toFixed(6))
}
