import type { KnowledgeTest } from '../../../domain/year/facts/facts.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { insertFacts, withdrawFacts } from '../../year/facts.store.ts'
import { findTestFacts, listPapers, type StoredTest } from './paper.store.ts'

const SOURCE = '基本知识测试'

/** Records the results of a test in the year: for each unit, how many sat and how many failed. Replaces what was recorded for the quarter. `bumpCycle` locks the year. (四（二）, R18) */
export async function writeTestFacts(
  tx: Transaction,
  test: StoredTest,
  units: readonly string[] | undefined,
  origin: { readonly author: string; readonly now: Date; readonly revision: number },
): Promise<readonly KnowledgeTest[]> {
  const papers = (await listPapers(tx, [test.id])).filter(paper => paper.state === 'submitted')
  const byUnit = Map.groupBy(papers, paper => paper.unit)
  const facts = [...byUnit]
    .filter(([unit]) => units === undefined || units.includes(unit))
    .map(([unit, sat]) => ({
      unit,
      quarter: test.quarter as Quarter,
      sat: sat.length,
      failed: sat.filter(paper => !paper.passed).length,
    }))
  const before = await findTestFacts(
    tx,
    test.year,
    test.quarter,
    facts.map(fact => fact.unit),
  )
  await withdrawFacts(tx, test.year, before, origin)
  await insertFacts(tx, test.year, { knowledgeTests: facts }, { ...origin, source: SOURCE })
  return facts
}
