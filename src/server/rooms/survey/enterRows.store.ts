import { sql } from 'drizzle-orm'
import type { Disposition } from '../../../domain/campaign/survey/disposition.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { CaseState } from './survey.tables.ts'

/** A call to be entered: its own id, its case as it becomes, and what is kept of it. */
interface CallEntry {
  readonly id: string
  readonly case: string
  readonly unit: string
  readonly grp: string
  readonly state: CaseState
  readonly attempts: number
  readonly lastTried: string | null
  readonly disposition: Disposition | null
  readonly dueAt: string | null
  readonly on: string
  readonly band: number
  readonly interviewer: string
  readonly keeps: 'whole' | 'part' | 'none'
  /** in base64; none where nothing is kept. */
  readonly sheet: string
}

/** Enters calls that are not there yet, in the order given: changes cases, keeps sealed answers, counts the calls of each interviewer. */
export async function enterRows(
  tx: Transaction,
  survey: string,
  entries: readonly CallEntry[],
): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update survey_case c set state = e.state, attempts = e.attempts, last_tried = e."lastTried",
      disposition = e.disposition, due_at = e."dueAt"
    from ${listOf(entries.map(withoutSheet))}
    where c.id = e."case" and c.survey = ${survey}::uuid and c.attempts = e.attempts - 1
      and c.state in ('waiting', 'appointment') returning c.id`)
  const changed = new Set(rows.map(({ id }) => id))
  const fresh = entries.filter(one => changed.has(one.case))
  if (fresh.length === 0) return
  const bare = listOf(fresh.map(withoutSheet))
  await tx.execute(
    sql`delete from survey_sealed where not final and case_id in (select e."case" from ${bare})`,
  )
  await tx.execute(sql`insert into survey_sealed (case_id, survey, unit, grp, final, sheet)
    select e."case", ${survey}::uuid, e.unit, e.grp, e.keeps = 'whole', decode(e.sheet, 'base64')
    from ${listOf(fresh)} where e.keeps <> 'none'`)
  await tx.execute(sql`insert into survey_attempt (id, survey, case_id, on_day, band, disposition)
    select e.id, ${survey}::uuid, e."case", e."on", e.band, e.disposition from ${bare}`)
  await tx.execute(sql`insert into survey_work as w (survey, interviewer, on_day, disposition, calls)
    select ${survey}::uuid, e.interviewer, e."on", e.disposition, count(*) from ${bare} group by 2, 3, 4
    on conflict (survey, interviewer, on_day, disposition) do update set calls = w.calls + excluded.calls`)
}

const withoutSheet = (entry: CallEntry): CallEntry => ({ ...entry, sheet: '' })

const listOf = (entries: readonly CallEntry[]) => sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
  as e(id uuid, "case" uuid, unit text, grp text, state text, attempts int, "lastTried" text, disposition text,
    "dueAt" text, "on" text, band int, interviewer text, keeps text, sheet text)`
