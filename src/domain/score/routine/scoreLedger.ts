import { compareLedgerCounts } from '../../year/facts/evidenceOrder.ts'
import type { LedgerCount } from '../../year/facts/facts.ts'
import { countInLedger } from '../../year/evidence/ledgerCounts.ts'
import {
  type ExactExplained,
  type Explained,
  NO_PARTS,
  NO_RULINGS,
  type RulingNote,
} from '../../kernel/explanation.ts'
import { inFixedOrder } from '../../kernel/fixedOrder.ts'
import { by, ratio } from '../../kernel/fraction.ts'
import { NO_POINTS, type Points, printPoints } from '../../kernel/points.ts'
import { nearestThousandth } from '../../kernel/rounding.ts'
import type { RulingAnswers } from '../../scheme/ruling.ts'
import type { Missing } from '../missing.ts'

/** Explanation of a ledger score (台账计分的说明). (三（二）1, R6) */
interface LedgerExplained extends ExactExplained {
  readonly kind: 'ledger'
  readonly base: Points
}

/** Explanation of one ledger deduction (台账一项扣分的说明). (R6) */
export interface LedgerItemExplained extends Explained {
  readonly kind: 'ledgerItem'
  readonly counter: string
  readonly name: string
  readonly count: number
  readonly each: Points
  readonly ledger: readonly LedgerCount[]
  /** Where the same matter also costs points. (R17) */
  readonly alsoIn?: string
}

/** Terms of ledger scoring (台账计分所需): the tariff, counters that do not count here (R17), names, citation, and the notes that acted. */
export interface LedgerTerms {
  readonly answer: RulingAnswers['ledgerTariff']
  readonly silent: readonly string[]
  readonly names: ReadonlyMap<string, string>
  readonly componentBase: Points
  readonly citation: string
  readonly notes: readonly RulingNote[]
  /** Where a counter also costs points, by counter, and the note on it (R17). */
  readonly alsoIn: ReadonlyMap<string, string>
  readonly sharedNotes: readonly RulingNote[]
}

/** Scores by ledger (按台账计分): full mark less the tariff for each count, never below zero, on the component's base. Missing when the ledger is empty. (三（二）1, R6, R17) */
export function scoreLedger(
  ledger: ReadonlyMap<string, readonly LedgerCount[]>,
  terms: LedgerTerms,
): LedgerExplained | Missing {
  if (ledger.size === 0) return { missing: 'noLedger' }
  const parts: LedgerItemExplained[] = []
  let left: number = terms.answer.base
  for (const [counter, each] of Object.entries(terms.answer.tariff)) {
    const entries = ledger.get(counter)
    if (entries === undefined || terms.silent.includes(counter)) continue
    const count = countInLedger(entries)
    if (count === 0) continue
    left -= each * count
    parts.push(explainItem(counter, count, each, entries, terms))
  }
  const exact = by(ratio(Math.max(NO_POINTS, left), 1), ratio(terms.componentBase, terms.answer.base))
  const points = nearestThousandth(exact)
  return {
    kind: 'ledger',
    citation: terms.citation,
    points,
    exact,
    parts,
    rulings: terms.notes,
    base: terms.answer.base,
  }
}

/** Returns the sentence of a ledger score (台账计分的句子). */
export function ledgerSentence({ base, points, parts }: LedgerExplained): string {
  if (parts.length === 0) return `台账满分${printPoints(base)}分，未扣分，得${printPoints(points)}分`
  return `台账满分${printPoints(base)}分，共扣${printPoints(-parts.reduce((sum, part) => sum + part.points, 0) as Points)}分，得${printPoints(points)}分`
}

/** Returns the sentence of a ledger item (台账一项的句子). */
export function ledgerItemSentence({ name, count, each, points, alsoIn }: LedgerItemExplained): string {
  const also = alsoIn === undefined ? '' : `（同一事项在${alsoIn}也扣分）`
  return `${name}${count}次，每次扣${printPoints(each)}分，共扣${printPoints(-points as Points)}分${also}`
}

function explainItem(
  counter: string,
  count: number,
  each: Points,
  ledger: readonly LedgerCount[],
  terms: LedgerTerms,
): LedgerItemExplained {
  const name = terms.names.get(counter) ?? counter
  const alsoIn = terms.alsoIn.get(counter)
  const rulings = alsoIn === undefined ? NO_RULINGS : terms.sharedNotes
  const node = {
    kind: 'ledgerItem',
    citation: terms.citation,
    points: (-each * count) as Points,
    parts: NO_PARTS,
    rulings,
  } as const
  return {
    ...node,
    counter,
    name,
    count,
    each,
    ledger: inFixedOrder(ledger, compareLedgerCounts),
    alsoIn,
  }
}
