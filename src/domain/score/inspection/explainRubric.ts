import { compareFindings, compareLedgerCounts } from '../../year/facts/evidenceOrder.ts'
import type { Finding, LedgerCount } from '../../year/facts/facts.ts'
import type { UnitFacts } from '../../year/facts/unitFacts.ts'
import { type Explained, NO_PARTS, NO_RULINGS, type RulingNote } from '../../kernel/explanation.ts'
import { inFixedOrder } from '../../kernel/fixedOrder.ts'
import { NO_POINTS, type Points, printPoints } from '../../kernel/points.ts'
import type { PreparedRubric } from './preparedRubric.ts'
import { rowExplained, type RowExplained } from './rowExplained.ts'
import { capTotal, sectionGifts, tallyRow } from './rubricPoints.ts'
import type { RuleExplained } from './ruleExplained.ts'
import type { RowTally, RuleTally, Tally, TallyView } from './tally.ts'

const NO_FINDINGS: readonly Finding[] = []
const NO_LEDGER: readonly LedgerCount[] = []

/** Explanation of a rubric score (细则得分的说明): one part for each row, plus section caps and the total cap where they acted. (附件) */
export interface RubricExplained extends Explained {
  readonly kind: 'rubric'
  readonly title: string
  readonly base: Points
  /** The round, when rounds are scored apart (R1). */
  readonly round?: number
}

/** Explanation of a section's deduction cap (核实项目扣分上限的说明). */
export interface SectionCapExplained extends Explained {
  readonly kind: 'sectionCap'
  readonly title: string
  readonly cap: Points
}

/** Explanation of the rubric's total cap (细则总分上限的说明). (R3) */
export interface TotalCapExplained extends Explained {
  readonly kind: 'totalCap'
  readonly cap: Points
}

/** Explains the score of a rubric (说明一个细则的得分) from a tally that kept its evidence. `rulings` are the notes on how rounds combine. */
export function explainRubric(
  rubric: PreparedRubric,
  tally: Tally,
  facts: UnitFacts,
  view: TallyView,
  rulings: readonly RulingNote[],
  round?: number,
): RubricExplained {
  const rows = explainRows(rubric, tally, facts, view)
  let total = rubric.start
  for (let each = 0; each < tally.rowsTouched; each++) {
    const row = rows[tally.touchedRows[each]!.row.at]!
    total += row.points - row.row.base
  }
  const parts: Explained[] = rows
  sectionGifts(rubric, tally).forEach((gift, at) => {
    if (gift !== NO_POINTS) parts.push(sectionCap(rubric, at, gift))
    total += gift
  })
  const held = capTotal(rubric, total)
  if (held < total) parts.push(totalCap(rubric, held - total))
  const { citation, title, base } = rubric.rubric
  const node: RubricExplained = {
    kind: 'rubric',
    citation,
    points: held as Points,
    parts,
    rulings,
    title,
    base,
  }
  return round === undefined ? node : { ...node, round }
}

/** Explains each row (各行的说明), in the rubric's order. A row without findings or counts shares one node of full marks. */
export function explainRows(
  rubric: PreparedRubric,
  tally: Tally,
  facts: UnitFacts,
  view: TallyView,
): RowExplained[] {
  const rows = rubric.untouched.slice()
  for (let each = 0; each < tally.rowsTouched; each++) {
    const own = tally.touchedRows[each]!
    rows[own.row.at] = explainRow(rubric, tally, facts, view, own)
  }
  return rows
}

/** Returns the sentence of a rubric (细则的句子). */
export function rubricSentence({ title, base, points, round }: RubricExplained): string {
  return `${title}${round === undefined ? '' : `（第${round}次）`}：满分${printPoints(base)}分，得${printPoints(points)}分`
}

/** Returns the sentence of a section cap (核实项目上限的句子). */
export function sectionCapSentence({ title, cap, points }: SectionCapExplained): string {
  return `“${title}”最多扣${printPoints(cap)}分，返还${printPoints(points)}分`
}

/** Returns the sentence of the total cap (总分上限的句子). */
export function totalCapSentence({ cap, points }: TotalCapExplained): string {
  return `总分以${printPoints(cap)}分为限，超出的${printPoints(-points as Points)}分不计`
}

function explainRow(
  rubric: PreparedRubric,
  tally: Tally,
  facts: UnitFacts,
  view: TallyView,
  own: RowTally,
): RowExplained {
  const { row, deducted, bonus, isZeroed } = own
  // An array that starts with its first item is a tenth as large as an empty one after its first push.
  let parts: Explained[] | undefined
  for (const { at } of row.rules) {
    if (!tally.rules[at]!.isTouched) continue
    const part = explainRule(tally.rules[at]!, facts, view)
    if (parts === undefined) parts = [part]
    else parts.push(part)
  }
  const hasFloorOfR2 = row.row.floor === undefined && !isZeroed
  const ofFloor = hasFloorOfR2 && row.row.base < deducted ? rubric.floorNotes : NO_RULINGS
  const ofOrder =
    bonus !== NO_POINTS && !isZeroed && row.row.base - deducted < row.floor ? rubric.orderNotes : NO_RULINGS
  const rulings = bonus === NO_POINTS ? ofFloor : [...ofFloor, ...rubric.bonusNotes, ...ofOrder]
  const node = rowExplained(
    row.row,
    tallyRow(rubric, own),
    parts ?? NO_PARTS,
    rulings,
    deducted,
    bonus,
    isZeroed,
  )
  return row.untouched.earned === true ? { ...node, earned: true } : node
}

function explainRule(
  { rule, amount, beforeCap, count, elsewhere, findings, ledger }: RuleTally,
  facts: UnitFacts,
  view: TallyView,
): RuleExplained {
  const node: RuleExplained = {
    kind: rule.kind,
    citation: rule.rule.citation ?? rule.row.row.citation,
    points: (rule.effect === 'adds' || amount === 0 ? amount : -amount) as Points,
    parts: NO_PARTS,
    rulings: rule.notes,
    rule: rule.rule,
    count,
    findings: inFixedOrder(findings ?? NO_FINDINGS, compareFindings),
    ledger: inFixedOrder(ledger ?? NO_LEDGER, compareLedgerCounts),
  }
  const shared =
    rule.counter !== undefined && view.alsoIn?.counters.includes(rule.counter) === true
      ? view.alsoIn
      : undefined
  if (elsewhere > 0 && view.onlyIn !== undefined) {
    const notes = [...rule.notes, ...view.onlyIn.notes]
    return { ...node, rulings: notes, elsewhere: { count: elsewhere, place: view.onlyIn.place } }
  }
  if (rule.measure === undefined && beforeCap === amount && shared === undefined) return node
  const measured = rule.measure === undefined ? undefined : facts.measures.get(rule.measure)
  return {
    ...node,
    measured,
    ...(beforeCap === amount ? {} : { beforeCap }),
    ...(shared === undefined ? {} : { rulings: [...rule.notes, ...shared.notes], alsoIn: shared.place }),
  }
}

function sectionCap(rubric: PreparedRubric, at: number, gift: number): SectionCapExplained {
  const { title, cap } = rubric.sectionCaps[at]!
  return {
    kind: 'sectionCap',
    citation: rubric.rubric.citation,
    points: gift as Points,
    parts: NO_PARTS,
    rulings: NO_RULINGS,
    title,
    cap,
  }
}

function totalCap(rubric: PreparedRubric, excess: number): TotalCapExplained {
  const { base, citation } = rubric.rubric
  return {
    kind: 'totalCap',
    citation,
    points: excess as Points,
    parts: NO_PARTS,
    rulings: rubric.bonusNotes,
    cap: base,
  }
}
