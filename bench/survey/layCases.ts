import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '../../src/server/platform/database/openDatabase.ts'
import type { KeyStore } from '../../src/server/platform/keys/keyStore.ts'
import { NUMBERS_KEY } from '../../src/server/rooms/survey/keepFrame.ts'
import { sealNumber } from '../../src/server/rooms/survey/readFrameFile.ts'
import { sealSheet } from '../../src/server/rooms/survey/sealedSheet.ts'

/** What is laid down of a survey whose calls are half done. */
export interface Laid {
  readonly survey: string
  readonly units: readonly string[]
  /** Cases of each unit's group, and answers wanted of it. */
  readonly each: number
  readonly wanted: number
  readonly interviewers: readonly string[]
}

/**
 * Lays down a survey under way, by SQL: four fifths of the cases are drawn; of every other unit the
 * quota is full, of the rest half full; as many as are wanted were called in vain yesterday. Cases share
 * one sealed number, and those of a unit one sealed sheet: their sizes are real.
 */
export async function layCases(
  db: Database,
  keys: KeyStore,
  { survey, units, each, wanted, interviewers }: Laid,
): Promise<void> {
  const file = randomUUID()
  const drawn = Math.floor((each * 4) / 5)
  const key = await keys.make(survey, NUMBERS_KEY)
  const number = Buffer.from(sealNumber(key, survey, { number: '13900000000', person: '' })).toString('hex')
  const sheets: object[] = []
  for (const [at, unit] of units.entries()) {
    const name = randomUUID()
    const content = {
      answers: { overall: at % 3 === 0 ? 'basicallySatisfied' : 'satisfied', opinion: '希望多听听意见' },
      startedAt: '2018-11-11T02:00:00Z',
      seconds: 90 + (at % 60),
      interviewer: interviewers[at % interviewers.length]!,
      outcome: 'complete' as const,
    }
    const sheet = Buffer.from(sealSheet(await keys.make(survey, name), survey, content)).toString('hex')
    sheets.push({
      unit,
      name,
      sheet,
      at,
      by: content.interviewer,
      answered: at % 2 === 0 ? wanted : wanted / 2,
    })
  }
  await db.transaction(async tx => {
    await tx.execute(sql`create temporary table laid on commit drop as
      select * from jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) as one(unit text, name uuid, sheet text, at int, by text, answered int)`)
    await tx.execute(
      sql`insert into survey_unit (survey, unit, state, key_id) select ${survey}::uuid, unit, 'calling', name from laid`,
    )
    await tx.execute(sql`insert into survey_import (id, survey, file, state, progress, by_name, at)
      values (${file}, ${survey}, '样本框.xlsx', 'kept', 1, '调查方', now())`)
    await tx.execute(sql`insert into survey_case (id, survey, import, nth, unit, grp, sealed_number, number_hash, lot, state, disposition, attempts, last_tried)
      select gen_random_uuid(), ${survey}::uuid, ${file}::uuid, nth, unit, grp, decode(${number}, 'hex'), sha256(convert_to(nth::text, 'UTF8')),
        case when place <= ${drawn} then place end,
        case when place > ${drawn} then 'listed' when place <= answered then 'answered' else 'waiting' end,
        case when place <= answered then 'interview' when place <= answered + ${wanted} then 'noAnswer' end,
        case when place <= answered + ${wanted} then 1 else 0 end,
        case when place <= answered + ${wanted} then '2018-11-11/1' end
      from (select row_number() over () as nth, * from laid, (values ('members'), ('public')) as groups(grp),
        generate_series(1, ${each}) as place) as listed`)
    await tx.execute(sql`update survey_import set accepted = ${each * 2 * units.length}, strata =
      (select jsonb_agg(jsonb_build_object('unit', unit, 'group', grp, 'stratum', '', 'frame', ${each}::int))
        from laid, (values ('members'), ('public')) as groups(grp)) where id = ${file}::uuid`)
    await tx.execute(sql`insert into survey_sealed (case_id, survey, unit, grp, final, sheet)
      select c.id, c.survey, c.unit, c.grp, true, decode(laid.sheet, 'hex') from survey_case c join laid on laid.unit = c.unit
      where c.survey = ${survey}::uuid and c.state = 'answered'`)
    await tx.execute(sql`insert into survey_attempt (id, survey, case_id, on_day, band, disposition)
      select gen_random_uuid(), survey, id, '2018-11-11', 1, disposition from survey_case where survey = ${survey}::uuid and disposition is not null`)
    await tx.execute(sql`insert into survey_work (survey, interviewer, on_day, disposition, calls)
      select c.survey, laid.by, '2018-11-11', c.disposition, count(*) from survey_case c join laid on laid.unit = c.unit
      where c.survey = ${survey}::uuid and c.disposition is not null group by 1, 2, 4`)
    await tx.execute(
      sql`update survey set stage = 'calling', seed = '1', fingerprint = '0', drawn_by = '调查方', drawn_at = now() where id = ${survey}::uuid`,
    )
  })
}
