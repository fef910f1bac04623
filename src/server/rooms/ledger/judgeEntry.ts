import type { z } from 'zod'
import type { entryBody } from '../../../contract/ledger/ledgerParts.ts'
import { ledgerKindsOf } from '../../../contract/ledger/ledgerKinds.ts'
import {
  coarsened,
  type Day,
  isCoarser,
  periodOfDay,
  printDay,
  printPeriod,
} from '../../../domain/kernel/calendar.ts'
import { closingOf } from '../../../domain/year/evidence/periodClosing.ts'
import { printRequirement, requirementOf } from '../../../domain/year/evidence/ledgerRules.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { LedgerContext } from './ledgerContext.ts'
import { whyClosed } from './whyClosed.ts'

/** The fields of a ledger entry. */
export type EntryFields = z.output<typeof entryBody>

/** A checked entry: what it counts for, in which period, and whether it is late. */
export interface JudgedEntry {
  readonly kindName: string
  readonly counter?: string
  readonly period: string
  /** the period, in the grain of the requirement. */
  readonly countedIn: string
  readonly late: boolean
}

/**
 * Checks a ledger entry, except for twins. The period defaults to that of its day in the grain of the
 * requirement; a coarser one would make the engine compare the whole year, and is refused. After the
 * closing day an entry needs a reason and is marked late.
 */
export function judgeEntry(fields: EntryFields, ground: LedgerContext, today: Day): JudgedEntry | Refusal {
  const { year, scheme, rows, closing } = ground
  const kind = ledgerKindsOf(scheme).find(one => one.kind === fields.kind)
  if (kind === undefined) return refuse('ledgerKindUnknown', { kind: fields.kind })
  if (fields.happenedOn > today)
    return refuse('ledgerDayAhead', { day: printDay(fields.happenedOn), today: printDay(today) })
  if (fields.happenedOn.slice(0, 4) !== String(year))
    return refuse('ledgerDayOutsideYear', { day: printDay(fields.happenedOn), year })
  const known = new Set(scheme.rubrics.flatMap(rubric => rubric.rows.map(row => row.id)))
  const unknown = fields.rows.find(row => !known.has(row))
  if (unknown !== undefined) return refuse('ledgerRowUnknown', { row: unknown })
  const asked = kind.counter === undefined ? undefined : requirementOf(rows, kind.counter.id)
  const period = fields.period ?? periodOfDay(fields.happenedOn, asked?.per ?? 'month')
  if (period.slice(0, 4) !== String(year))
    return refuse('ledgerPeriodOutsideYear', { period: printPeriod(period), year })
  if (asked !== undefined && isCoarser(period, asked.per))
    return refuse('ledgerPeriodTooCoarse', {
      kind: kind.name,
      told: printRequirement(asked),
      period: printPeriod(period),
    })
  const closed = whyClosed(period, ground, today)
  if (closed !== undefined) return closed
  return {
    kindName: kind.name,
    counter: kind.counter?.id,
    period,
    countedIn: asked === undefined ? period : coarsened(period, asked.per),
    late: closingOf(period, closing, today).state === 'past',
  }
}

/** Refuses a late entry without a reason. */
export function lateWithoutReason(
  judged: JudgedEntry,
  { closing }: LedgerContext,
  today: Day,
  reason: string | undefined,
): Refusal | undefined {
  if (!judged.late || reason !== undefined) return undefined
  const { closesOn } = closingOf(judged.period, closing, today)
  return refuse('ledgerLateReasonMissing', {
    period: printPeriod(judged.period),
    closedOn: printDay(closesOn),
  })
}
