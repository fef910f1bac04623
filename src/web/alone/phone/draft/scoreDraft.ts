import type { PreparedScheme } from '../../../../domain/score/prepareScheme.ts'
import type { Visit } from '../../../../domain/year/facts/facts.ts'
import type { Points } from '../../../../domain/kernel/points.ts'
import {
  type InspectionFacts,
  type InspectionPreview,
  previewInspection,
} from '../../../../domain/score/previewInspection.ts'
import type { Draft } from './Draft.ts'
import { type Occasion, toFindings } from './toFindings.ts'

/** Score preview: the inspection component with and without this draft; rows by id. Points in thousandths; absent where the engine gives no score. */
export interface DraftScore {
  readonly points?: Points
  readonly before?: Points
  readonly base?: Points
  readonly rows: ReadonlyMap<string, { readonly points: Points; readonly base: Points }>
}

/** Scores a draft with the engine itself: the same figures as the server's, for the facts that were fetched. */
export function scoreDraft(
  prepared: PreparedScheme,
  task: Occasion & { readonly tier: string },
  facts: InspectionFacts,
  draft: Draft,
): DraftScore {
  const visit: Visit = {
    unit: task.unit,
    quarter: task.quarter,
    by: task.by,
    heldOn: draft.visitedOn as NonNullable<Visit['heldOn']>,
  }
  const with_ = {
    ...facts,
    visits: [...facts.visits, visit],
    findings: [...facts.findings, ...toFindings(draft, task)],
  }
  const [after] = previewInspection(prepared, task.tier, task.unit, with_)
  const [before] = previewInspection(prepared, task.tier, task.unit, facts)
  return {
    points: after?.points,
    base: after?.base,
    before: before?.points,
    rows: rowsOf(after, task.quarter),
  }
}

/** Returns the rows of this draft's round where rounds are scored separately. */
function rowsOf(preview: InspectionPreview | undefined, quarter: number): DraftScore['rows'] {
  const rounds = preview?.rounds ?? []
  const round = rounds.find(one => one.round === quarter) ?? rounds.at(-1)
  return new Map(round?.rows.map(({ row, points, base }) => [row, { points, base }]))
}
