import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { BallotForm } from '../../../src/domain/campaign/ballot/ballotForm.ts'
import type { Database } from '../../../src/server/platform/database/openDatabase.ts'

/** Lays down a meeting whose voting is open, without the year around it; returns its id. `formOf` makes its ballot form. */
export async function layOpenMeeting(
  db: Database,
  formOf?: (meeting: string) => BallotForm,
): Promise<string> {
  const id = randomUUID()
  const form = formOf?.(id)
  const lines = form?.lines ?? [{ unit: 'u', unitName: '单位', secretary: '' }]
  await db.execute(
    sql`insert into cycle (year, phase, opened_by, opened_at) values (2018, 'running', '', now()) on conflict do nothing`,
  )
  await db.execute(sql`insert into meeting (id, year, kind, component, name, held_on, place, minutes, convenor, teller,
      scrutineer, review_after_each, phones, rehearsal, phase, changed_by, changed_at, form)
    values (${id}, 2018, 'committee', 'debrief', '测评会议', '2018-12-25', '', 8, '', '', '', false, true, true, 'planned', '', now(),
      ${form === undefined ? null : JSON.stringify(form)}::jsonb)`)
  for (const [place, { unit, unitName, secretary }] of lines.entries())
    await db.execute(sql`insert into meeting_speaker (meeting, unit, unit_name, secretary, place, speaks, spoken)
      values (${id}, ${unit}, ${unitName}, ${secretary}, ${place + 1}, true, true)`)
  await db.execute(sql`update meeting set phase = 'running', voting = 'open' where id = ${id}`)
  return id
}
