import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { DemoSheet } from '../../../demo/demoInspectionSheets.ts'
import type { Finding, Visit } from '../../../domain/year/facts/facts.ts'
import { canonicalText } from '../../../domain/kernel/ids.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import type { SheetContent } from './sheetContent.ts'
import { SHEET_SOURCE } from './sheetContext.ts'

const AT_ONCE = 1_000

/** Loads the sheets of the demo year in the same transaction: links the existing facts of visits and findings to their sheets; rounds and facts must exist. */
export async function seedDemoSheets(
  tx: Transaction,
  context: AppContext,
  year: number,
  made: readonly DemoSheet[],
): Promise<void> {
  const facts = await readFactIds(tx, year)
  for (let at = 0; at < made.length; at += AT_ONCE) {
    const some = made.slice(at, at + AT_ONCE).map(one => ({ id: context.newId(), one }))
    await insertSheets(tx, year, some, facts)
    await insertFindings(tx, context, year, some, facts)
    await yieldToEventLoop()
  }
  await tx.execute(sql`
    update fact set source = ${SHEET_SOURCE}, origin = 'sheet:' || linked.sheet
    from (select fact, sheet from sheet_finding where fact is not null union all select visit_fact, id from sheet where visit_fact is not null) linked
    where fact.id = linked.fact`)
}

type FactIds = ReadonlyMap<string, string>

type Some = readonly { readonly id: string; readonly one: DemoSheet }[]

async function insertSheets(tx: Transaction, year: number, some: Some, facts: FactIds): Promise<void> {
  const rows = some.map(({ id, one }) => {
    const content = contentOf(one)
    const { unit, quarter, kind, visitedOn, signedOn, due } = one
    const hash = createHash('sha256').update(canonicalText({ id, content })).digest('hex')
    const visit = facts.get(canonicalText({ unit, quarter, by: kind, heldOn: visitedOn }))
    return {
      id,
      unit,
      quarter,
      kind,
      visitedOn,
      signedOn,
      due,
      hash,
      content,
      visit,
      at: `${signedOn}T08:30:00Z`,
    }
  })
  await tx.execute(sql`
    insert into sheet (id, year, assignment, unit, quarter, kind, state, sent_by_name, inspectors, visited_on, received_at, signed_on, due, hash, photos, content, visit_fact)
    select one.id, ${year}::int, assigned.id, one.unit, one.quarter, one.kind, 'inForce', coalesce(people.names[1], '核查组'),
      coalesce(people.names, '{}'), one."visitedOn", one.at, one."signedOn", one.due, one.hash, '{}', one.content, one.visit
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, unit text, quarter int, kind text, "visitedOn" text, "signedOn" text,
        due text, hash text, content jsonb, visit uuid, at timestamptz)
      join lateral (select id from assignment where assignment.year = ${year} and assignment.unit = one.unit and assignment.quarter = one.quarter
        and assignment.kind = one.kind and assignment.state = 'done' and assignment.done_on = one."visitedOn" limit 1) assigned on true
      left join lateral (select array_agg(inspector.name order by nth) as names from assignment_inspector
        join inspector on inspector.id = assignment_inspector.inspector where assignment_inspector.assignment = assigned.id) people on true
    on conflict do nothing`)
}

function contentOf({ visitedOn, signedOn, signer }: DemoSheet): SheetContent {
  return {
    schemeHash: '',
    startedAt: `${visitedOn}T01:00:00Z`,
    signedAt: `${signedOn}T08:20:00Z`,
    device: '',
    note: '',
    photos: [],
    inspector: { name: '核查组' },
    unit:
      signer === undefined
        ? { kind: 'refused', reason: '对个别认定有不同看法' }
        : { kind: 'paper', name: signer },
  }
}

async function insertFindings(
  tx: Transaction,
  context: AppContext,
  year: number,
  some: Some,
  facts: FactIds,
): Promise<void> {
  const rows = some.flatMap(({ id: sheet, one: { unit, findings } }) =>
    findings.map(({ body, state, reason = '', repliedOn, ruling, decidedOn, before }, at) => ({
      id: context.newId(),
      sheet,
      nth: at + 1,
      unit,
      body,
      state,
      fact: state === 'dropped' ? undefined : facts.get(canonicalText(body)),
      reason,
      repliedBy: repliedOn === undefined ? undefined : '单位联络员',
      repliedAt: repliedOn === undefined ? undefined : `${repliedOn}T02:00:00Z`,
      ruling,
      decidedBy: decidedOn === undefined ? undefined : '考核办公室',
      decidedAt: decidedOn === undefined ? undefined : `${decidedOn}T03:00:00Z`,
      before,
    })),
  )
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into sheet_finding (id, sheet, nth, year, unit, body, photos, state, fact, reason, replied_by, replied_at, ruling_reason, decided_by_name, decided_at, before)
    select one.id, one.sheet, one.nth, ${year}::int, one.unit, one.body, '{}', one.state, one.fact, one.reason, one."repliedBy", one."repliedAt", one.ruling,
      one."decidedBy", one."decidedAt", one.before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one(id uuid, sheet uuid, nth int, unit text, body jsonb, state text, fact uuid, reason text,
        "repliedBy" text, "repliedAt" timestamptz, ruling text, "decidedBy" text, "decidedAt" timestamptz, before text)
      join sheet on sheet.id = one.sheet`)
}

/** Returns the record of each fact by its content; no two findings or visits of a unit are the same. */
async function readFactIds(tx: Transaction, year: number): Promise<FactIds> {
  const { rows } = await tx.execute<{ id: string; body: Visit | Finding }>(
    sql`select id, body from fact where year = ${year} and kind in ('visits', 'findings')`,
  )
  return new Map(rows.map(({ id, body }) => [canonicalText(body), id]))
}
