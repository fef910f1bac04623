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
import type { Roster, Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { factsOfUnit, rosterAbout } from './sheetFacts.store.ts'

/** 核查表入账的根据: the year held with its next revision, its scheme, the unit with its lead unit, and what is recorded about it. */
export interface SheetContext {
  readonly revision: number
  readonly scheme: Scheme
  readonly roster: Roster
  readonly unit: Unit
  readonly facts: InspectionFacts
}

/** 备好根据. `yearSealed`, `yearWithoutScheme`, `noSuchUnit`. */
export async function loadSheetContext(
  tx: Transaction,
  year: number,
  unit: string,
): Promise<SheetContext | Refusal> {
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  const scheme = await schemeOfYear(tx, year)
  if (isRefusal(scheme)) return scheme
  const roster = await rosterAbout(tx, year, unit)
  const own = roster.units.find(one => one.id === unit)
  if (own === undefined) return refuse('noSuchUnit', { unit })
  return { revision, scheme, roster, unit: own, facts: await factsOfUnit(tx, year, unit) }
}

/** 查验核查表的内容 against scheme, roster and the unit's facts, as an import would be; every fault with the number of its finding. `sheetFaulty`. */
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

/** 核查得分预览 with these facts. */
export function previewFacts(
  scheme: Scheme,
  unit: Pick<Unit, 'id' | 'tier'>,
  facts: InspectionFacts,
): readonly InspectionPreview[] {
  let ready = prepared.get(scheme)
  if (ready === undefined) prepared.set(scheme, (ready = prepareScheme(scheme)))
  return previewInspection(ready, unit.tier, unit.id, facts)
}
