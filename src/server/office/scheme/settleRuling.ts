import { indexNames } from '../../../contract/scheme/schemeNames.ts'
import { readShape } from '../../../contract/shape/readShape.ts'
import { rulingSchema } from '../../../contract/scheme/rulingSchema.ts'
import { schemeSchema } from '../../../contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../contract/shape/toFileShape.ts'
import { canonicalHash } from '../../../files/results/canonicalHash.ts'
import { locateFault } from '../../../files/locatedFault.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { checkScheme } from '../../../domain/scheme/checkScheme.ts'
import type { Ruling } from '../../../domain/scheme/ruling.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import type { Done } from '../../platform/change/change.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import {
  draftsOf,
  findVersion,
  insertVersion,
  rewriteDraft,
  type StoredScheme,
  toScheme,
} from './scheme.store.ts'
import type { SchemeWork } from './schemeWork.ts'
import { toldFault } from './describeSchemeFaults.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/** The answer to a ruling (口径) as given; `answer` in file shape. */
interface RulingAnswer {
  readonly version: string
  readonly ruling: string
  readonly revision: number
  readonly answer: unknown
  readonly text: string
  readonly settledBy: string
  readonly settledOn: string
}

/**
 * Settles a ruling (口径): records its answer, who gave it and when; returns the id of the version that
 * holds it. A promulgated version never changes, so a new draft is made from it. `notFound`,
 * `staleRevision`, `schemeDraftExists`, and `rulingAnswerInvalid` for an answer that does not suit its
 * topic or scheme.
 */
export function settleRuling(
  tx: Transaction,
  work: SchemeWork,
  { version, revision, ruling, ...given }: RulingAnswer,
): Promise<Done<string> | Refusal> {
  return settle(tx, work, { version, revision, rulings: [ruling] }, given)
}

/** Settles several rulings (口径) as they stand, in one step: who confirms them and when is recorded. The refusals of `settleRuling`. */
export function confirmRulings(
  tx: Transaction,
  work: SchemeWork,
  { version, revision, rulings, ...given }: Confirmed,
): Promise<Done<string> | Refusal> {
  return settle(tx, work, { version, revision, rulings }, given)
}

/** Which rulings of which version are settled. */
type Which = Pick<RulingAnswer, 'version' | 'revision'> & { readonly rulings: readonly string[] }
type Confirmed = Which & Pick<RulingAnswer, 'settledBy' | 'settledOn'>
type Given = Pick<RulingAnswer, 'settledBy' | 'settledOn'> & Partial<RulingAnswer>

async function settle(
  tx: Transaction,
  work: SchemeWork,
  { version, revision, rulings }: Which,
  given: Given,
): Promise<Done<string> | Refusal> {
  const stored = await findVersion(tx, version, { forUpdate: true })
  if (stored === undefined) return refuse('notFound', { what: '这个方案版本' })
  const refused = await mayNotSettle(tx, stored, revision)
  if (refused !== undefined) return refused
  let scheme: Scheme | Refusal = toScheme(stored.document)
  for (const id of rulings) {
    scheme = withAnswer(scheme, id, given)
    if (isRefusal(scheme)) return scheme
  }
  const { title, cycle, rulings: all } = scheme
  const saved = await save(tx, work, stored, scheme)
  const [first, ...others] = rulings.map(ruling => {
    const { question, text } = all.find(one => one.id === ruling)!
    const values = { title, ...saved.told, ruling, question, text, settledBy: given.settledBy }
    return { kind: 'rulingSettled', year: cycle, values } as const
  })
  return { answer: saved.version, events: [first!, ...others] }
}

async function mayNotSettle(
  tx: Transaction,
  { head }: StoredScheme,
  revision: number,
): Promise<Refusal | undefined> {
  if (head.state === 'promulgated') {
    const [draft] = await draftsOf(tx, head)
    return draft === undefined ? undefined : refuse('schemeDraftExists', { number: draft })
  }
  if (head.revision === revision) return undefined
  return staleRevision(`方案第${head.number}版草案`, head.changedBy, head.changedAt)
}

function withAnswer(scheme: Scheme, id: string, given: Given): Scheme | Refusal {
  const at = scheme.rulings.findIndex(one => one.id === id)
  const before = scheme.rulings[at]
  if (before === undefined) return refuse('notFound', { what: `口径“${id}”` })
  const filed = { ...toFileShape(rulingSchema, before), ...given, state: 'settled' }
  const { value, faults } = readShape(rulingSchema, filed)
  if (value === undefined) return invalid(filed, id, faults)
  const settled = { ...scheme, rulings: scheme.rulings.with(at, value as Ruling) }
  const broken = checkScheme(settled).filter(
    ({ severity, path }) => severity === 'fault' && path[0] === 'rulings' && path[1] === at,
  )
  return broken.length === 0 ? settled : invalid(toFileShape(schemeSchema, settled), id, broken)
}

function invalid(
  document: unknown,
  ruling: string,
  faults: readonly Parameters<typeof locateFault>[0][],
): Refusal {
  const names = indexNames(document)
  const told = faults.slice(0, 5).map(fault => toldFault(document, locateFault(fault, { file: '' }), names))
  return refuse('rulingAnswerInvalid', {
    ruling,
    faults: told.map(({ wrong, remedy }) => `${wrong}，请${remedy}`).join('；'),
  })
}

async function save(
  tx: Transaction,
  { by, at, newId }: SchemeWork,
  { head }: StoredScheme,
  scheme: Scheme,
): Promise<{ readonly version: string; readonly told: { readonly number: number; readonly from?: number } }> {
  const document = toFileShape(schemeSchema, scheme)
  const hash = canonicalHash(document)
  if (head.state === 'draft') {
    await rewriteDraft(tx, head.version, { document, hash, number: head.number, by, at })
    return { version: head.version, told: { number: head.number } }
  }
  const id = newId()
  const number = await insertVersion(tx, {
    id,
    document,
    hash,
    state: 'draft',
    basedOn: head.version,
    by,
    at,
  })
  return { version: id, told: { number, from: head.number } }
}
