import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { type FactBook, createFactBook } from '../../../domain/year/facts/factBook.ts'
import type { CycleFacts } from '../../../domain/year/facts/facts.ts'
import { createFactsIntake } from '../../../domain/year/facts/factsIntake.ts'
import { refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Roster } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { ENTERED_KINDS, type EnteredFact, unitOf } from './enteredFact.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { readFactsOf } from '../../year/facts.store.ts'
import type { YearContext } from '../../year/loadYear.ts'

/** The existing facts related to those entered: of the same kinds about the same units. */
type FactsBeside = Pick<CycleFacts, EnteredFact['kind']>

/** Checks entered facts against the scheme, the roster and the existing facts, as an import would; returns all faults together. `factFaulty`. */
export function checkEntered(
  scheme: Scheme,
  roster: Roster,
  beside: FactsBeside,
  entered: readonly EnteredFact[],
): Refusal | undefined {
  return checkWith(createFactBook(scheme, roster), beside, entered)
}

function checkWith(
  book: FactBook,
  beside: FactsBeside,
  entered: readonly EnteredFact[],
): Refusal | undefined {
  const there = new Map<EnteredFact['kind'], number>()
  const intake = createFactsIntake(book, book.scheme.cycle, (list, at) =>
    at < (there.get(list as EnteredFact['kind']) ?? 0)
      ? '已录入的一条'
      : `本次的第${at - (there.get(list as EnteredFact['kind']) ?? 0) + 1}条`,
  )
  for (const kind of ENTERED_KINDS) {
    beside[kind].forEach((fact, at) => intake.take(kind, fact as never, at))
    there.set(kind, beside[kind].length)
  }
  const faults = entered.flatMap(({ kind, body }, at) =>
    intake.take(kind, body as never, there.get(kind)! + at).map(({ refusal }) => sentenceOfRefusal(refusal)),
  )
  return faults.length === 0 ? undefined : refuse('factFaulty', { faults: faults.slice(0, 5).join('；') })
}

/** Checks an entered fact against the year's facts about the same unit, without the one it replaces. `factFaulty`. */
export async function checkBeside(
  tx: Transaction,
  year: number,
  { scheme, roster }: Pick<YearContext, 'scheme' | 'roster'>,
  entered: EnteredFact,
  without?: string,
): Promise<Refusal | undefined> {
  const beside = await readFactsOf(tx, year, unitOf(entered), [entered.kind], without)
  const none = { findings: [], decisions: [], vetoes: [], annualGrades: [] }
  return checkEntered(scheme, roster, { ...none, ...beside }, [entered])
}

/** Picks the related facts from those of a year. */
export function factsBeside(facts: CycleFacts, entered: readonly EnteredFact[]): FactsBeside {
  const units = new Set(entered.map(unitOf))
  const kinds = new Set(entered.map(one => one.kind))
  const of = <T extends object>(kind: EnteredFact['kind'], list: readonly T[]): readonly T[] =>
    kinds.has(kind) ? list.filter(fact => units.has((fact as { readonly unit?: string }).unit)) : []
  return {
    findings: of('findings', facts.findings),
    decisions: of('decisions', facts.decisions),
    vetoes: of('vetoes', facts.vetoes),
    annualGrades: of('annualGrades', facts.annualGrades),
  }
}
