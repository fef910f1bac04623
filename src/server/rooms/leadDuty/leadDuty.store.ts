import { sql } from 'drizzle-orm'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { LEAD_UNIT_VETS } from '../../../domain/scheme/reportRules.ts'
import type { Database } from '../../platform/database/openDatabase.ts'

/** What the database knows of how one lead unit led. */
interface LedRow {
  readonly lead: string
  readonly boards: readonly { readonly handedInOn: Day | null; readonly graded: number }[] | null
  readonly kept: number
  readonly meetings:
    | readonly {
        readonly name: string
        readonly reportedOn: Day | null
        readonly elsewhere: boolean
        readonly notes: number
      }[]
    | null
  readonly vetted: number
  readonly returned: number
}

/** Reads how the lead units of a year led: grades handed in, meetings held, papers vetted. */
export async function readLed(db: Database, year: number): Promise<readonly LedRow[]> {
  const { rows } = await db.execute<LedRow & Record<string, unknown>>(sql`
    with lead as (select distinct lead_unit as id from roster_unit where year = ${year} and lead_unit is not null),
    vet as (
      select u.lead_unit as id, s.kind = 'returned' as back from report_step s
        join roster_unit u on u.year = s.year and u.id = s.unit where s.year = ${year} and s.vetter = ${LEAD_UNIT_VETS}
      union all
      select u.lead_unit, s.kind = 'planReturned' from problem_step s join problem p on p.id = s.problem
        join roster_unit u on u.year = p.year and u.id = p.unit
        where p.year = ${year} and s.body = ${LEAD_UNIT_VETS} and s.kind in ('vetted', 'planReturned'))
    select lead.id as lead,
      (select jsonb_agg(jsonb_build_object(
          'handedInOn', (select to_char(min(s.at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from routine_step s
            where s.board = b.id and s.step = 'submitted'),
          'graded', (select count(*) from routine_grade g where g.board = b.id and g.grade is not null)))
        from routine_board b where b.year = ${year} and b.lead_unit = lead.id) as boards,
      (select count(*)::int from routine_occasion o where o.year = ${year} and o.keeper = lead.id) as kept,
      (select jsonb_agg(jsonb_build_object('name', m.name, 'reportedOn', m.reported_on, 'elsewhere', m.elsewhere,
          'notes', (select count(*) from meeting_note n where n.meeting = m.id)) order by m.held_on)
        from meeting m where m.year = ${year} and m.lead_unit = lead.id and not m.rehearsal and m.dual is null) as meetings,
      (select count(*)::int from vet where vet.id = lead.id) as vetted,
      (select count(*)::int from vet where vet.id = lead.id and vet.back) as returned
    from lead order by lead.id collate "C"`)
  return rows
}
