import { sql } from 'drizzle-orm'
import type { Received } from '../../../contract/http/route.ts'
import type { resultsRoutes } from '../../../contract/results/resultsRoutes.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { outcomesOf } from '../../year/outcome/outcomeCache.ts'
import type { EnteredFact } from './enteredFact.ts'
import { presentFact } from './presentFact.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

type ListRoute = (typeof resultsRoutes)['GET /api/years/:year/facts']
type Answer = Received<ListRoute['answer']>

/** The most facts sent; `total` gives their full number. */
const MOST_SENT = 2000

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly kind: EnteredFact['kind']
  readonly unit: string | null
  readonly body: EnteredFact['body']
  readonly revision: number
  readonly author: string
  readonly at: string
  readonly source: string
  readonly by: string | null
  readonly gone: string | null
  readonly total: number
}

/** Lists the entered facts, latest first. */
export async function listFacts({
  context,
  params: { year },
  query: { kind, unit, row, withdrawn },
}: Served<'GET /api/years/:year/facts'>): Promise<Answer | Refusal> {
  const scored = await outcomesOf(context.db).current(year)
  if (scored === undefined) return refuse('notFound', { what: `${year}年度` })
  const { scheme, units } = scored
  if (scheme === undefined) return refuse('yearWithoutScheme', { year })
  const instant = (column: string) =>
    sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
  const { rows } = await context.db.execute<Row>(sql`
    select id, kind, unit, body, revision::float8 as revision, author, ${instant('at')} as at, source, withdrawn_by as by,
      ${instant('withdrawn_at')} as gone, (count(*) over ())::int as total
    from fact where year = ${year} and kind in ('findings', 'decisions', 'vetoes', 'annualGrades')
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
      ${row === undefined ? sql`` : sql`and body ->> 'row' = ${row}`}
      ${withdrawn === undefined ? sql`and withdrawn_at is null` : sql``}
    order by place desc limit ${MOST_SENT}`)
  return {
    revision: scored.revision,
    total: rows[0]?.total ?? 0,
    facts: rows.map(one => {
      const fact = { kind: one.kind, body: one.body } as EnteredFact
      const name = one.unit === null ? undefined : units.get(one.unit)?.name
      return {
        id: one.id,
        kind: one.kind,
        unit: one.unit ?? undefined,
        unitName: name,
        fact,
        sentence: presentFact(fact, scheme, units),
        revision: one.revision,
        enteredBy: one.author,
        enteredAt: one.at,
        source: one.source,
        ...(one.by === null || one.gone === null ? {} : { withdrawnBy: one.by, withdrawnAt: one.gone }),
      }
    }),
  }
}
