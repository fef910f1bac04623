import { factKindNames } from '../../../contract/year/factKindNames.ts'
import type { z } from 'zod'
import type { intakeDetail, IntakeHead } from '../../../contract/intake/intakeRoutes.ts'
import type { IntakeState } from '../../../contract/intake/intakeStates.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { findCycle } from '../roster/unit.store.ts'
import type { FactKind } from '../../year/year.tables.ts'
import { countRefusals, findIntake, findTwin, type StoredIntake } from './intake.store.ts'

const GONE_AFTER_MS = 60_000

/** The state of an import: interrupted if its server no longer works on it. */
export function stateOf({ state, beatAt }: Pick<StoredIntake, 'state' | 'beatAt'>, now: Date): IntakeState {
  const isUnderWay = state === 'waiting' || state === 'reading' || state === 'planning'
  return isUnderWay && now.getTime() - new Date(beatAt).getTime() > GONE_AFTER_MS ? 'interrupted' : state
}

/** Presents the head of an import. Rows rejected by the check against the year count as refused. */
export function presentHead(row: StoredIntake, now: Date): IntakeHead {
  const {
    id,
    year,
    file,
    bytes,
    hash,
    done,
    total,
    fault,
    written,
    uploadedBy,
    uploadedAt,
    settledBy,
    settledAt,
  } = row
  return {
    id,
    year,
    file,
    bytes,
    hash: hash.slice(0, 16),
    state: stateOf(row, now),
    done,
    total: total ?? undefined,
    rows: row.reading === null ? undefined : rowsOf(row),
    fault: fault ?? undefined,
    written: written === null ? undefined : [...written],
    uploadedBy,
    uploadedAt: toInstant(uploadedAt),
    settledBy: settledBy ?? undefined,
    settledAt: settledAt === null ? undefined : toInstant(settledAt),
  }
}

/** Counts rows: rows in = accepted + refused, whatever refused them. */
export function rowsOf({
  reading,
  plan,
}: Pick<StoredIntake, 'reading' | 'plan'>): NonNullable<IntakeHead['rows']> {
  const read = reading?.rows ?? { in: 0, accepted: 0, refused: 0 }
  const clashes = plan?.facts.reduce((sum, kind) => sum + kind.refused, 0) ?? 0
  return { in: read.in, accepted: read.accepted - clashes, refused: read.refused + clashes }
}

/** Presents an import with its preview. */
export async function viewIntake(
  context: AppContext,
  year: number,
  id: string,
): Promise<z.output<typeof intakeDetail> | Refusal> {
  const row = await findIntake(context.db, year, id)
  if (row === undefined) return refuse('notFound', { what: '这次导入' })
  const { reading, choice, plan, planRevision } = row
  const twin = await findTwin(context.db, row)
  const found = await findCycle(context.db, year)
  return {
    ...presentHead(row, context.now()),
    twin:
      twin === undefined
        ? undefined
        : { id: twin.id, by: twin.settledBy ?? '', at: toInstant(twin.settledAt ?? twin.uploadedAt) },
    contains:
      reading === null
        ? undefined
        : {
            units: reading.units,
            holders: reading.holders,
            history: reading.history,
            kinds: (Object.entries(reading.kinds) as [FactKind, number][]).map(([kind, count]) => ({
              kind,
              name: factKindNames[kind],
              count,
            })),
          },
    notices: [...(reading?.notices ?? [])],
    unfit: (reading?.unfit ?? []).map(({ sheet, columns, found }) => ({
      sheet,
      columns: [...columns],
      found: [...found],
    })),
    choice: choice ?? undefined,
    plan: plan ?? undefined,
    outdated: row.state === 'ready' && found?.revision !== planRevision,
    reasons: await countRefusals(context.db, id),
  }
}
