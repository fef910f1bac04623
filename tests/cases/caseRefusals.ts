import type { FactsFile } from '../../src/contract/year/factsSchema.ts'
import { checkPastEntry } from '../../src/domain/year/history/checkPastEntry.ts'
import { createFactBook } from '../../src/domain/year/facts/factBook.ts'
import { type FactList, type FactOf, createFactsIntake } from '../../src/domain/year/facts/factsIntake.ts'
import type { History } from '../../src/domain/year/history/history.ts'
import { checkRoster } from '../../src/domain/year/roster/checkRoster.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'

const LISTS: readonly FactList[] = [
  'visits',
  'findings',
  'ledger',
  'gradings',
  'surveys',
  'ballotCounts',
  'sheets',
  'measures',
  'knowledgeTests',
  'vetoes',
  'decisions',
  'annualGrades',
]

/** The codes with which the gate on the way in would refuse a case's roster, facts or history, each once; none where an office could enter them. */
export function caseRefusals(scheme: Scheme, facts: FactsFile, history: History): readonly string[] {
  const { units, holders } = facts.roster
  const place = (at: number) => `第${at + 1}条`
  const roster = checkRoster(units, holders, scheme, { unit: place, holder: place })
  const book = createFactBook(scheme, facts.roster)
  const intake = createFactsIntake(book, facts.cycle, (_list, at) => place(at))
  const faults = [
    ...roster.units.flat(),
    ...roster.holders.flat(),
    ...LISTS.flatMap(list =>
      facts[list].flatMap((fact, at) => intake.take(list, fact as FactOf<typeof list>, at)),
    ),
    ...history.years.flatMap(({ cycle, entries }) =>
      entries.flatMap(entry => checkPastEntry(cycle, entry, book, new Set())),
    ),
  ]
  return [...new Set(faults.map(fault => fault.refusal.code))]
}
