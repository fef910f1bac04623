import { sum, toDecimal } from '../../kernel/points.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'

const HUNDRED_PERCENT = 100_000

/** Checks weights and full marks (权重与满分): weights are above zero and sum to 100; the full marks of the scheme and of each component are above zero. (三（一）) */
export function* checkWeights(scheme: Scheme): Generator<Found> {
  yield* checkStart(scheme)
  const weights = sum(scheme.components.map(component => component.weight))
  if (weights !== HUNDRED_PERCENT && !isOfListsAlone(scheme)) {
    const values = { sum: weights / 1000, gap: (HUNDRED_PERCENT - weights) / 1000 }
    const citation = scheme.components[0]?.citation
    const reads = [['components', '*', 'weight']]
    yield found(
      'weightsOff',
      ['components'],
      values,
      citation === undefined ? { reads } : { reads, citation },
    )
  }
  const [least, most] = [Math.min(...positive(scheme)), Math.max(...positive(scheme))]
  if (isMixedScale(least, most)) {
    const values = { least: least / 1000, most: most / 1000 }
    yield found('weightsMixed', ['components'], values, { reads: [['components', '*', 'weight']] })
  }
  if (scheme.base <= 0) {
    yield found('amountNotPositive', ['base'], {
      kind: 'scheme',
      id: scheme.id,
      field: 'base',
      amount: toDecimal(scheme.base),
    })
  }
  for (const [at, component] of scheme.components.entries()) {
    for (const field of ['weight', 'base'] as const) {
      if (component[field] > 0) continue
      const values = {
        kind: 'component',
        id: component.id,
        field,
        amount: toDecimal(component[field]),
      } as const
      yield found('amountNotPositive', ['components', at, field], values, { citation: component.citation })
    }
  }
}

/** Checks whether a scheme has no components (只有清单): its lists alone make the composite. */
function isOfListsAlone({ components, lists }: Scheme): boolean {
  return components.length === 0 && lists.length > 0
}

/** Checks the start (起始分): there where lists alone make the composite, and within the base; nowhere else. */
function* checkStart(scheme: Scheme): Generator<Found> {
  const { start, base } = scheme
  const reads = [['start'], ['components'], ['lists'], ['base']]
  if (isOfListsAlone(scheme) ? start === undefined : start !== undefined)
    yield found('startOff', ['start'], { lacks: start === undefined }, { reads })
  else if (start !== undefined && start > base)
    yield found('startBeyondBase', ['start'], { start: toDecimal(start), base: toDecimal(base) }, { reads })
}

function positive({ components }: Scheme): readonly number[] {
  return components.map(({ weight }) => weight).filter(weight => weight > 0)
}

/** Checks whether shares and percentages seem mixed (比例与百分数混写): some weights, in thousandths, below 1, others above. */
export function isMixedScale(least: number, most: number): boolean {
  return least < 1000 && most > 1000
}
