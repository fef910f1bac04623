import { explainComponentScore } from './componentScore.ts'
import type { RowExplained } from './inspection/rowExplained.ts'
import { isMissing } from './missing.ts'
import type { PreparedScheme } from './prepareScheme.ts'
import { emptyFacts } from '../year/facts/emptyFacts.ts'
import type { CycleFacts } from '../year/facts/facts.ts'
import { gatherUnitFacts } from '../year/facts/unitFacts.ts'
import type { Explained } from '../kernel/explanation.ts'
import type { Points } from '../kernel/points.ts'
import { roundPoints } from '../kernel/rounding.ts'

/** Facts of one unit that inspection scores depend on (核查计分所据的事实). */
export type InspectionFacts = Pick<
  CycleFacts,
  'visits' | 'findings' | 'ledger' | 'knowledgeTests' | 'measures'
>

/** Preview of an inspection component (一个核查分项的预览): its points and base, and its rows; the rows of each round when rounds are scored apart (R1). */
export interface InspectionPreview {
  readonly component: string
  readonly name: string
  readonly points: Points
  readonly base: Points
  readonly rounds: readonly {
    readonly round?: number
    readonly points: Points
    readonly rows: readonly RowPreview[]
  }[]
}

/** Preview of a row (一行的预览). */
interface RowPreview {
  readonly row: string
  readonly title: string
  readonly base: Points
  readonly points: Points
  readonly deducted: Points
  readonly bonus: Points
}

/** Previews the inspection scores of one unit (核查得分预览) from its current facts, with the same engine on the phone as on the server. A component without a score is left out. (三（二）2) */
export function previewInspection(
  prepared: PreparedScheme,
  tier: string,
  unit: string,
  facts: InspectionFacts,
): readonly InspectionPreview[] {
  const own = gatherUnitFacts({ ...emptyFacts(prepared.scheme.cycle), ...facts }, new Map()).get(unit)
  if (own === undefined) return []
  return prepared.components.flatMap(component => {
    if (component.methods.get(tier)?.kind !== 'rubric') return []
    const node = explainComponentScore(component, tier, own)
    if (isMissing(node)) return []
    const { id, name, base } = component.component
    const points = roundPoints(node.exact, prepared.rulings.answer('rounding'))
    return [{ component: id, name, points, base, rounds: node.parts.filter(isRubric).map(roundOf) }]
  })
}

function isRubric(node: Explained): boolean {
  return node.kind === 'rubric'
}

function roundOf(node: Explained): InspectionPreview['rounds'][number] {
  const { round } = node as { readonly round?: number }
  const rows = node.parts.filter((part): part is RowExplained => part.kind === 'row').map(describeRow)
  return { round, points: node.points, rows }
}

function describeRow({ row, points, deducted, bonus }: RowExplained): RowPreview {
  return { row: row.id, title: row.title, base: row.base, points, deducted, bonus }
}
