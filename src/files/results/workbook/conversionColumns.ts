import type { ComponentColumn } from '../../../domain/score/scoreComponents.ts'
import type { ExactExplained } from '../../../domain/kernel/explanation.ts'
import { compareFractions } from '../../../domain/kernel/fraction.ts'
import { toDecimal } from '../../../domain/kernel/points.ts'
import type { Conversion } from '../../../domain/scheme/component.ts'
import type { RichCellPlan } from '../../xlsx/sheetPlan.ts'
import type { BookContext } from './bookContext.ts'
import { decimalOf } from './decimalOf.ts'
import { plainFormula, type RatioFormula, ratioFormula, thousandthsOf } from './exactFormula.ts'
import type { ComponentLine, MethodBlock } from './methodBlock.ts'
import { FIRST_ROW, type Here, type TableColumn } from './table.ts'
import { describeHeading } from './describeNote.ts'

/** Creates the conversion columns: the score before conversion, and what it is compared with in the same ranking. */
export function conversionColumns(
  context: BookContext,
  column: ComponentColumn,
  blocks: readonly MethodBlock[],
): readonly TableColumn<ComponentLine>[] {
  const { conversion } = column.component.component
  if (conversion === undefined) return []
  const { styles, outcome } = context
  const raw: TableColumn<ComponentLine> = {
    key: 'raw',
    head: '换算前',
    width: 11,
    style: styles.amount,
    cell: (line, here) => {
      const exact = line.isScore ? exactOf(line) : undefined
      if (exact === undefined) return undefined
      const ratio = blocks.find(block => block.method === line.method)?.ratio(line, here)
      return { value: exact, formula: ratio === undefined ? undefined : plainFormula(ratio) }
    },
  }
  const note = describeHeading(outcome.scheme, conversion.citation, [describeConversion(conversion)], [])
  const places = placesIn(context, column)
  const order: TableColumn<ComponentLine> = {
    key: 'order',
    head: '同榜名次',
    width: 9,
    style: styles.integer,
    note,
    cell: (line, here) => {
      const place = places[line.unit.at]
      return line.isScore && place !== undefined ? orderCell(context, line, here, place, blocks) : undefined
    },
  }
  if (conversion.kind === 'rankToPoints') return [raw, order]
  const best: TableColumn<ComponentLine> = {
    key: 'best',
    head: '同榜最好',
    width: 11,
    style: styles.amount,
    note,
    cell: (line, here) => {
      const term = column.converted[line.unit.at]
      return line.isScore && term !== undefined && 'best' in term
        ? bestCell(context, line, here, decimalOf(term.best), blocks)
        : undefined
    },
  }
  return needsOrder(context) ? [raw, order, best] : [raw, best]
}

/** Returns the exact converted score; `undefined` where the score before it has more than three decimals, which cells cannot hold exactly. */
export function convertedRatio(
  conversion: Conversion,
  here: Here,
  wholeThousandths: boolean,
): RatioFormula | undefined {
  if (conversion.kind === 'ratioToBest') {
    if (!wholeThousandths) return undefined
    return ratioFormula(
      thousandthsOf(here.at('raw')),
      conversion.full,
      1000,
      2 ** 33 * (conversion.full / 1000),
      thousandthsOf(here.at('best')),
    )
  }
  const { table, step, least } = conversion
  const place = here.at('order')
  const later = `MAX(${least},${table.at(-1) ?? 0}-${step}*(${place}-${table.length}))`
  const points =
    table.length === 0
      ? later
      : `IF(${place}<=${table.length},CHOOSE(MIN(${place},${table.length}),${table.join(',')}),${later})`
  return ratioFormula(points, 1, 1000, 2 ** 34)
}

function describeConversion(conversion: Conversion): string {
  if (conversion.kind === 'ratioToBest') return `得分＝本单位÷同榜最好×${toDecimal(conversion.full)}`
  return `按同榜名次计分：${conversion.table.map(toDecimal).join('、')}，以后每名少${toDecimal(conversion.step)}分，最少${toDecimal(conversion.least)}分`
}

/** Returns the method's value before conversion. */
function exactOf({ node }: ComponentLine): number | undefined {
  const exact = (node as Partial<ExactExplained> | undefined)?.exact
  return exact === undefined ? undefined : decimalOf(exact)
}

/** Returns the places of converted scores within each ranking, by appraisee index; equal scores share the best place. */
function placesIn(
  { outcome, groups, order }: BookContext,
  { converted }: ComponentColumn,
): readonly (number | undefined)[] {
  const places = new Array<number | undefined>(outcome.components.appraisees.length)
  for (const { first, last } of groups) {
    const members = order
      .slice(first - 1, last)
      .flatMap(at => (converted[at] === undefined ? [] : [{ at, own: converted[at].own }]))
    members.sort((one, other) => compareFractions(other.own, one.own))
    members.forEach(({ at, own }, position) => {
      const before = members[position - 1]
      places[at] =
        before !== undefined && compareFractions(before.own, own) === 0 ? places[before.at] : position + 1
    })
  }
  return places
}

/** Returns the range of a ranking; its lines are adjacent unless sorted, which filters allow only in `lookup`. */
function groupRange({ groups }: BookContext, line: ComponentLine, here: Here): string {
  const { first, last } = groups[line.unit.group - 1]!
  const column = here.all('raw').split('$')[1]!
  return `$${column}$${FIRST_ROW + first - 1}:$${column}$${FIRST_ROW + last - 1}`
}

/** Checks whether a test of order is needed: with several rankings the best of one is the line with its first place, a test that every spreadsheet supports. */
function needsOrder({ mode, groups }: BookContext): boolean {
  return mode === 'lookup' && groups.length > 1
}

/** Checks whether a formula is uncertain: cells hold more than three decimals only approximately; and without lookups a range can be named only where every appraisee has one line. */
function isUnsure({ mode }: BookContext, blocks: readonly MethodBlock[]): boolean {
  return blocks.some(block => !block.wholeThousandths || (mode === 'direct' && block.rounds))
}

function bestCell(
  context: BookContext,
  line: ComponentLine,
  here: Here,
  value: number,
  blocks: readonly MethodBlock[],
): RichCellPlan {
  if (isUnsure(context, blocks)) return { value }
  if (context.groups.length === 1) return { value, formula: `MAX(${here.all('raw')})` }
  if (context.mode === 'direct') return { value, formula: `MAX(${groupRange(context, line, here)})` }
  const first = `${here.all('group')},${here.at('group')},${here.all('order')},1`
  return { value, formula: `ROUND(SUMIFS(${here.all('raw')},${first})/COUNTIFS(${first}),3)` }
}

function orderCell(
  context: BookContext,
  line: ComponentLine,
  here: Here,
  value: number,
  blocks: readonly MethodBlock[],
): RichCellPlan {
  if (isUnsure(context, blocks)) return { value }
  const better = `">"&${here.at('raw')}`
  if (context.groups.length === 1) return { value, formula: `1+COUNTIFS(${here.all('raw')},${better})` }
  if (context.mode === 'direct')
    return { value, formula: `1+COUNTIFS(${groupRange(context, line, here)},${better})` }
  return {
    value,
    formula: `1+COUNTIFS(${here.all('group')},${here.at('group')},${here.all('raw')},${better})`,
  }
}
