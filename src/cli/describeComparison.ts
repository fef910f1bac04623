import type { CauseTotal, Comparison, Movement } from '../domain/compare/compareOutcomes.ts'
import type { MovementCause } from '../domain/compare/movementCause.ts'
import { describeChangedRuling } from '../domain/compare/describeChanges.ts'
import { type Points, printPoints } from '../domain/kernel/points.ts'
import { printTable } from './printTable.ts'

const MOST_MOVERS = 20
const MOST_CAUSES = 12

/** Describes the comparison in text: how many units moved, what moved them overall, and who moved farthest with the causes of each. */
export function describeComparison({ movements, stayed, rulings, causes }: Comparison): string {
  const parts = [`有变动 ${movements.length} 个单位，无变动 ${stayed} 个`]
  if (rulings.length > 0)
    parts.push(['口径不同：', ...rulings.map(ruling => `  · ${describeChangedRuling(ruling)}`)].join('\n'))
  // Changed rulings are told in full above, and by their number after that.
  const short = new Map(rulings.map(ruling => [describeChangedRuling(ruling), `口径${ruling.id}`]))
  const brief: Brief = why => why.map(sentence => short.get(sentence) ?? sentence).join('；')
  if (causes.length > 0) parts.push(describeCauses(causes, brief))
  if (movements.length > 0) parts.push(describeMovers(movements, brief))
  return parts.join('\n\n')
}

type Brief = (why: readonly string[]) => string

function describeCauses(causes: readonly CauseTotal[], brief: Brief): string {
  const columns = [
    { heading: '变动原因' },
    { heading: '单位数', figures: true },
    { heading: '平均影响（分）', figures: true },
    { heading: '改动' },
  ]
  const rows = causes
    .slice(0, MOST_CAUSES)
    .map(cause => [cause.where, String(cause.units), fixed(cause.effect / cause.units), brief(cause.why)])
  const rest = causes.length - MOST_CAUSES
  return `${printTable(columns, rows)}${rest > 0 ? `\n另有 ${rest} 处，见 --out 文件` : ''}`
}

function describeMovers(movements: readonly Movement[], brief: Brief): string {
  const told = movements.slice(0, MOST_MOVERS).map(movement => describeMovement(movement, brief))
  const rest = movements.length - MOST_MOVERS
  return [...told, ...(rest > 0 ? [`另有 ${rest} 个单位，见 --out 文件`] : [])].join('\n')
}

function describeMovement(movement: Movement, brief: Brief): string {
  const { name, from, to, places, points, causes, notes } = movement
  const place = `${placed(from.place)}→${placed(to.place)}${places === undefined || places === 0 ? '' : places > 0 ? `（升${places}）` : `（降${-places}）`}`
  const score = `${shown(from.composite)}→${shown(to.composite)}${points === undefined ? '' : `（${signed(points)}分）`}`
  return [
    `${name}：${place}，${score}`,
    ...causes.map(cause => describeCause(cause, brief)),
    ...notes.map(note => `    ${brief([note])}`),
  ].join('\n')
}

function describeCause({ where, citation, effect, why }: MovementCause, brief: Brief): string {
  return `    ${signed(effect)}分  ${where}〔${citation}〕${why.length > 0 ? `：${brief(why)}` : ''}`
}

function placed(place: number | undefined): string {
  return place === undefined ? '无名次' : `第${place}名`
}

function shown(points: Points | undefined): string {
  return points === undefined ? '缺分' : `${printPoints(points)}分`
}

/** Formats points with their sign, to two decimals. */
function signed(thousandths: number): string {
  const text = fixed(Math.abs(thousandths))
  return text === '0.00' ? text : `${thousandths < 0 ? '-' : '+'}${text}`
}

function fixed(thousandths: number): string {
  return (thousandths / 1000).toFixed(2)
}
