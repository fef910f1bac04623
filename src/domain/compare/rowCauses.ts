import type { RowExplained } from '../score/inspection/rowExplained.ts'
import type { RuleExplained } from '../score/inspection/ruleExplained.ts'
import type { Explained } from '../kernel/explanation.ts'
import { canonicalText } from '../kernel/ids.ts'
import { type Points, printPoints } from '../kernel/points.ts'
import type { MovementCause } from './movementCause.ts'
import type { ToldChanges } from './describeChanges.ts'

/** Lists the movements of rows (各行的变动): rows of two trees, matched by id, whose points differ. `factor` converts their points into points of the composite. (附件) */
export function rowCauses(
  one: Explained | undefined,
  other: Explained | undefined,
  factor: number,
  kind: 'row' | 'list',
  told: ToldChanges,
): readonly MovementCause[] {
  const before = rowsOf(one)
  const after = rowsOf(other)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(id => {
    const [from, to] = [before.get(id), after.get(id)]
    // A row that one scheme lacks costs nothing there: it differs by what it takes from its base.
    const effect = (gainOf(to) - gainOf(from)) * factor
    return effect === 0 ? [] : [rowCause(id, from, to, effect, kind, told)]
  })
}

function rowCause(
  id: string,
  from: RowExplained | undefined,
  to: RowExplained | undefined,
  effect: number,
  kind: 'row' | 'list',
  told: ToldChanges,
): MovementCause {
  const row = (to ?? from)!.row
  const why = [...baseChange(from, to), ...ruleChanges(from, to), ...told.rulings(ROW_TOPICS)]
  return {
    kind,
    key: `${kind} ${id}`,
    where: `${id} ${row.title}`,
    citation: row.citation,
    effect,
    from: from?.points,
    to: to?.points,
    why,
  }
}

const ROW_TOPICS = [
  'rowFloor',
  'bonusCap',
  'bonusOrder',
  'discretionary',
  'unclearUnit',
  'doubleCounting',
  'knowledgeTest',
  'combineRounds',
  'leadInspections',
] as const

function rowsOf(root: Explained | undefined): ReadonlyMap<string, RowExplained> {
  const rows = new Map<string, RowExplained>()
  if (root !== undefined) gatherRows(root, rows)
  return rows
}

/** Collects rows by id. Rows contain no other rows. */
function gatherRows(node: Explained, rows: Map<string, RowExplained>): void {
  if (node.kind !== 'row') for (const part of node.parts) gatherRows(part, rows)
  else if (!rows.has((node as RowExplained).row.id))
    rows.set((node as RowExplained).row.id, node as RowExplained)
}

function gainOf(row: RowExplained | undefined): number {
  return row === undefined ? 0 : row.points - row.row.base
}

function baseChange(from: RowExplained | undefined, to: RowExplained | undefined): readonly string[] {
  if (from === undefined || to === undefined)
    return [from === undefined ? '前一方案没有这一行' : '后一方案没有这一行']
  if (from.row.base === to.row.base) return []
  return [`分值由${printPoints(from.row.base)}分改为${printPoints(to.row.base)}分`]
}

/** Describes rules that took or gave a different amount, or whose own text or figures were changed. */
function ruleChanges(from: RowExplained | undefined, to: RowExplained | undefined): readonly string[] {
  const before = rulesOf(from)
  const after = rulesOf(to)
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(id => {
    const [one, other] = [before.get(id), after.get(id)]
    if (one?.points === other?.points) return []
    const rule = (other ?? one)!.rule
    const changed = canonicalText(ruleIn(from, id)) !== canonicalText(ruleIn(to, id))
    return [
      `规则“${rule.text}”：${amount(one?.points)}变为${amount(other?.points)}${changed ? '（规则有改动）' : ''}`,
    ]
  })
}

function rulesOf(row: RowExplained | undefined): ReadonlyMap<string, RuleExplained> {
  return new Map((row?.parts ?? []).map(part => [(part as RuleExplained).rule.id, part as RuleExplained]))
}

function ruleIn(row: RowExplained | undefined, id: string): unknown {
  return row?.row.rules.find(rule => rule.id === id) ?? null
}

function amount(points: Points | undefined): string {
  if (points === undefined || points === 0) return '不计分'
  return points < 0 ? `扣${printPoints(-points as Points)}分` : `加${printPoints(points)}分`
}
