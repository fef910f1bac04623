import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { type PreparedScheme, prepareScheme } from '../../../domain/score/prepareScheme.ts'
import { createFactBook } from '../../../domain/year/facts/factBook.ts'
import type { Finding, Visit } from '../../../domain/year/facts/facts.ts'
import { createFactsIntake } from '../../../domain/year/facts/factsIntake.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import {
  type InspectionFacts,
  type InspectionPreview,
  previewInspection,
} from '../../../domain/score/previewInspection.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Transaction, Database } from '../../platform/database/openDatabase.ts'
import { loadYear, type YearContext } from '../../year/loadYear.ts'
import { readFactsOf } from '../../year/facts.store.ts'

/** What a sheet is recorded against: the year, locked with its next revision; its scheme; the unit with its lead unit, and what is recorded about it. */
export interface SheetContext extends YearContext {
  readonly revision: number
  readonly unit: Unit
  readonly facts: InspectionFacts
}

/** Loads what a sheet is recorded against. `yearSealed`, `yearWithoutScheme`, `noSuchUnit`. */
export async function loadSheetContext(
  tx: Transaction,
  year: number,
  unit: string,
): Promise<SheetContext | Refusal> {
  const found = await loadYear(tx, year, { lock: true, unit })
  return isRefusal(found) ? found : { ...found, facts: await factsOfUnit(tx, year, unit) }
}

/** The source of facts written from sheets (核查表). */
export const SHEET_SOURCE = '核查表'

/** Returns the facts in force that bear on the inspection score of a unit. */
export async function factsOfUnit(
  db: Database | Transaction,
  year: number,
  unit: string,
): Promise<InspectionFacts> {
  return readFactsOf(db, year, unit, ['visits', 'findings', 'ledger', 'knowledgeTests', 'measures'])
}

/** Checks the content of a sheet against the scheme, the roster and the unit's facts, as an import would; returns every fault with the number of its finding. `sheetFaulty`. */
export function checkSheetFacts(
  { scheme, roster, facts }: Pick<SheetContext, 'scheme' | 'roster' | 'facts'>,
  findings: readonly Finding[],
  visit?: Visit,
): Refusal | undefined {
  const intake = createFactsIntake(createFactBook(scheme, roster), scheme.cycle, (_, at) =>
    at < facts.findings.length ? '已录入的一条' : `第${at - facts.findings.length + 1}条`,
  )
  facts.findings.forEach((finding, at) => intake.take('findings', finding, at))
  const ofVisit =
    visit === undefined
      ? []
      : intake.take('visits', visit, 0).map(({ refusal }) => `核查日期：${sentenceOfRefusal(refusal)}`)
  const ofFindings = findings.flatMap((finding, at) =>
    intake
      .take('findings', finding, facts.findings.length + at)
      .map(({ refusal }) => `第${at + 1}条：${sentenceOfRefusal(refusal)}`),
  )
  const faults = [...ofVisit, ...ofFindings]
  return faults.length === 0 ? undefined : refuse('sheetFaulty', { faults: faults.slice(0, 5).join('；') })
}

const prepared = new WeakMap<Scheme, PreparedScheme>()

/** Previews the inspection score with these facts. */
export function previewFacts(
  scheme: Scheme,
  unit: Pick<Unit, 'id' | 'tier'>,
  facts: InspectionFacts,
): readonly InspectionPreview[] {
  let ready = prepared.get(scheme)
  if (ready === undefined) prepared.set(scheme, (ready = prepareScheme(scheme)))
  return previewInspection(ready, unit.tier, unit.id, facts)
}
