import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { InspectionFacts } from '../../../domain/score/previewInspection.ts'
import { emptyFacts } from '../../../domain/year/facts/emptyFacts.ts'
import type { Finding, Visit } from '../../../domain/year/facts/facts.ts'
import type { Roster, Unit } from '../../../domain/year/roster/roster.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { rosterUnit } from '../../office/roster/roster.tables.ts'
import { fact } from '../../year/year.tables.ts'

/** 核查表写入的事实的来源. */
export const SHEET_SOURCE = '核查表'

/** 一条待写入的事实, with its number given beforehand. */
export type SheetFact =
  | { readonly id: string; readonly kind: 'visits'; readonly body: Visit }
  | { readonly id: string; readonly kind: 'findings'; readonly body: Finding }

/** 某单位与核查计分有关的事实 in force. */
export async function factsOfUnit(
  db: Database | Transaction,
  year: number,
  unit: string,
): Promise<InspectionFacts> {
  const rows = await db
    .select({ kind: fact.kind, body: fact.body })
    .from(fact)
    .where(
      and(
        eq(fact.year, year),
        eq(fact.unit, unit),
        isNull(fact.withdrawnAt),
        inArray(fact.kind, ['visits', 'findings', 'ledger', 'knowledgeTests', 'measures']),
      ),
    )
    .orderBy(sql`place`)
  const { visits, findings, ledger, knowledgeTests, measures } = emptyFacts(year)
  const lists = { visits, findings, ledger, knowledgeTests, measures }
  for (const { kind, body } of rows) (lists[kind as keyof typeof lists] as unknown[]).push(body)
  return lists
}

/** 单位及其牵头单位, all of the roster that a check of one unit's facts asks. */
export async function rosterAbout(db: Database | Transaction, year: number, unit: string): Promise<Roster> {
  const lead = db
    .select({ id: rosterUnit.leadUnit })
    .from(rosterUnit)
    .where(and(eq(rosterUnit.year, year), eq(rosterUnit.id, unit)))
  const rows = await db
    .select()
    .from(rosterUnit)
    .where(and(eq(rosterUnit.year, year), or(eq(rosterUnit.id, unit), inArray(rosterUnit.id, lead))))
  return { units: rows.map(toUnit), holders: [] }
}

/** 写入事实 of a sheet. The year is locked by `bumpCycle`; checks come before. */
export async function insertSheetFacts(
  tx: Transaction,
  year: number,
  facts: readonly SheetFact[],
  {
    sheet,
    author,
    now,
    revision,
  }: { readonly sheet: string; readonly author: string; readonly now: Date; readonly revision: number },
): Promise<void> {
  if (facts.length === 0) return
  await tx.insert(fact).values(
    facts.map(({ id, kind, body }) => ({
      id,
      year,
      kind,
      unit: body.unit,
      body,
      source: SHEET_SOURCE,
      author,
      at: now.toISOString(),
      revision,
      origin: `sheet:${sheet}`,
    })),
  )
}

/** 撤回事实; gives how many of them were in force. */
export async function withdrawSheetFacts(
  tx: Transaction,
  year: number,
  ids: readonly string[],
  { author, now, revision }: { readonly author: string; readonly now: Date; readonly revision: number },
): Promise<number> {
  if (ids.length === 0) return 0
  const gone = await tx
    .update(fact)
    .set({ withdrawnAt: now.toISOString(), withdrawnBy: author, revision })
    .where(and(eq(fact.year, year), inArray(fact.id, [...ids]), isNull(fact.withdrawnAt)))
    .returning({ id: fact.id })
  return gone.length
}

function toUnit(row: typeof rosterUnit.$inferSelect): Unit {
  const {
    id,
    name,
    kind,
    level,
    tier,
    leadUnit,
    cohort,
    affiliated,
    headedByLeader,
    opensOn,
    closesOn,
    succeeds,
  } = row
  return {
    id,
    name,
    kind,
    level,
    tier,
    affiliated,
    headedByLeader,
    ...(leadUnit === null ? {} : { leadUnit }),
    ...(cohort === null ? {} : { cohort }),
    ...(opensOn === null ? {} : { opensOn }),
    ...(closesOn === null ? {} : { closesOn }),
    ...(succeeds === null ? {} : { succeeds }),
  }
}
