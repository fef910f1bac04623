import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Unit } from '../../../domain/year/roster/roster.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.ts'
import { readRoster } from '../../office/roster/roster.store.ts'
import { schemeOfYear } from '../../office/roster/schemeOfYear.ts'
import { findEntered, type EnteredRow } from './entered.store.ts'
import { type EnteredFact, unitOf } from './enteredFact.ts'

/** 录入的结果: the record and the year's revision with it. */
export interface Recorded {
  readonly id: string
  readonly revision: number
}

/** 事实的来源, for what was typed in. */
export const BY_HAND = '页面录入'

/** 所录的事实 of a stored row. */
export function factOf({ kind, body }: Pick<EnteredRow, 'kind' | 'body'>): EnteredFact {
  return { kind, body } as EnteredFact
}

/** 未写核查人的核查情况, by whoever enters it. */
export function withAuthor(entered: EnteredFact, { name }: Actor): EnteredFact {
  if (entered.kind !== 'findings' || entered.body.author !== undefined) return entered
  return { kind: 'findings', body: { ...entered.body, author: name } }
}

/** 录入的根据: the year held, its next revision, its scheme and roster. `yearSealed`, `yearWithoutScheme`. */
export async function loadFactContext(tx: Transaction, year: number) {
  const revision = await bumpCycle(tx, year)
  if (isRefusal(revision)) return revision
  const scheme: Scheme | Refusal = await schemeOfYear(tx, year)
  if (isRefusal(scheme)) return scheme
  const roster = await readRoster(tx, year)
  const units: ReadonlyMap<string, Unit> = new Map(roster.units.map(unit => [unit.id, unit]))
  return { revision, scheme, roster, units }
}

/** 取要改动的记录. `notFound`, `staleRevision` when somebody else changed it first. */
export async function loadRecord(
  tx: Transaction,
  year: number,
  id: string,
  revision: number,
): Promise<EnteredRow | Refusal> {
  const found = await findEntered(tx, year, id)
  if (found === undefined) return refuse('notFound', { what: '这条事实' })
  if (found.withdrawnAt !== null) {
    return refuse('staleRevision', {
      what: '这条事实',
      by: found.withdrawnBy ?? '他人',
      at: formatInstant(found.withdrawnAt),
    })
  }
  if (found.revision !== revision)
    return refuse('staleRevision', { what: '这条事实', by: found.author, at: formatInstant(found.at) })
  return found
}

/** 留痕事件的单位. */
export function aboutUnit(entered: EnteredFact): { readonly unit?: string } {
  const unit = unitOf(entered)
  return unit === undefined ? {} : { unit }
}
