import { toDecimal } from '../../../domain/kernel/points.ts'
import type { Fraction } from '../../../domain/kernel/fraction.ts'
import type { BookContext } from './bookContext.ts'
import {
  commonDivisor,
  type RatioFormula,
  ratioFormula,
  roundedFloat,
  roundedFormula,
  thousandthsOf,
} from './exactFormula.ts'
import { MISSING } from './scoreColumns.ts'
import type { Here } from './table.ts'
import { textOf } from './textOf.ts'
import { wholeUnit } from './wholeUnit.ts'

/** The sources of the composite formula (综合得分): keys of its columns. */
interface CompositeColumns {
  /** by component: its rounded score, or its exact value where R20 rounds only at the end. */
  readonly scores: readonly string[]
  readonly listed?: string | undefined
  readonly vetoed?: string | undefined
  readonly zeroed?: string | undefined
}

/**
 * Returns the formula of the composite (综合得分): components by weight, plus lists, rounded once, less
 * vetoes, limited to between zero and the base. `exact` is the weighted sum before rounding. `undefined`
 * where no formula is certain to give the same value. (三（一）, R3, R19, R20)
 */
export function compositeFormula(
  context: BookContext,
  columns: CompositeColumns,
  here: Here,
  exact: Fraction,
): string | undefined {
  const { prepared, rounding } = context
  const { scheme, rulings } = prepared
  const cells = columns.scores.map(key => here.at(key))
  const round = rounding.roundComponents
    ? roundedFormula(wholeSum(context, columns, here), rounding, exact)
    : roundedFloat(floatSum(context, columns, here), rounding, exact)
  if (round === undefined) return undefined
  const less = columns.vetoed === undefined ? round : `ROUND(${round}-${here.at(columns.vetoed)},3)`
  const capped =
    rulings.find('bonusCap')?.answer === 'uncapped' ? less : `MIN(${here.parameter('composite')},${less})`
  const held = `MAX(0,${capped})`
  const whole = columns.zeroed === undefined ? held : `IF(${here.at(columns.zeroed)}="是",0,${held})`
  const enough = rulings.answer('missingComponent') === 'block' ? scheme.components.length : 1
  return `IF(COUNT(${cells.length === 1 ? cells[0] : `${cells[0]}:${cells.at(-1)}`})<${enough},${textOf(MISSING)},${whole})`
}

/** Sums in whole numbers: `Σ weight × score × scale ÷ common`, redistributed among the components present where R19 says so. */
function wholeSum(
  { prepared: { scheme, rulings }, rounding }: BookContext,
  { scores, listed }: CompositeColumns,
  here: Here,
): RatioFormula {
  const unit = 10 ** rounding.decimals
  const { components, base } = scheme
  const parts = wholeUnit(components.map(({ weight }) => weight))
  const multiple = components.reduce((all, one) => (all / commonDivisor(all, one.base)) * one.base, 1)
  const shared = components.map(one => multiple / one.base).reduce(commonDivisor, 0)
  const missing = rulings.answer('missingComponent')
  const weightOf = (key: string): string =>
    parts === 1 ? here.parameter(key) : `ROUND(${here.parameter(key)}*${parts},0)`
  const terms = scores.map((key, at) => {
    const scale = multiple / components[at]!.base / shared
    const score = unit === 1 ? here.at(key) : `ROUND(${here.at(key)}*${unit},0)`
    const term = `${weightOf(key)}*${scale === 1 ? '' : `${scale}*`}${score}`
    return missing === 'block' ? term : `IF(ISNUMBER(${here.at(key)}),${term},0)`
  })
  const present = scores.map(key => `IF(ISNUMBER(${here.at(key)}),${weightOf(key)},0)`).join('+')
  const isShared = missing === 'renormalise'
  const by = isShared ? unit * multiple : unit * multiple * parts * 100
  const most = (2 * base * (isShared ? 100 * parts : 1)) / 1000
  const weighted = ratioFormula(
    terms.join('+'),
    base * shared,
    by,
    most * by,
    isShared ? `(${present})` : undefined,
  )
  return listed === undefined ? weighted : withLists(weighted, thousandthsOf(here.at(listed)), most)
}

/** Adds the lists, in thousandths of a point, brought to the denominator of the weighted sum. */
function withLists({ num, times, by, den }: RatioFormula, listed: string, most: number): RatioFormula {
  const common = (by / commonDivisor(by, 1000)) * 1000
  const [up, more] = [(times * common) / by, common / 1000]
  const shared = commonDivisor(commonDivisor(up, more), common)
  const factor = (size: number): string => (size === 1 ? '' : `${size}*`)
  const sum = `${factor(up / shared)}(${num})+${factor(more / shared)}${listed}${den === undefined ? '' : `*${den}`}`
  return ratioFormula(sum, 1, common / shared, (most * common) / shared, den)
}

/** Sums exact values that cells hold only as the nearest double; certain where the sum is not close to a half. */
function floatSum(
  { prepared: { scheme, rulings } }: BookContext,
  { scores, listed }: CompositeColumns,
  here: Here,
): string {
  const missing = rulings.answer('missingComponent')
  const terms = scores.map((key, at) => {
    const own = scheme.components[at]!.base
    const scale = own === scheme.base ? '' : `*${toDecimal(scheme.base)}/${toDecimal(own)}`
    const term = `${here.parameter(key)}*${here.at(key)}${scale}`
    return missing === 'block' ? term : `IF(ISNUMBER(${here.at(key)}),${term},0)`
  })
  const present = scores.map(key => `IF(ISNUMBER(${here.at(key)}),${here.parameter(key)},0)`).join('+')
  const sum = `(${terms.join('+')})/${missing === 'renormalise' ? `(${present})` : '100'}`
  return listed === undefined ? sum : `${sum}+${here.at(listed)}`
}
