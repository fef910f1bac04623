import { createHash } from 'node:crypto'
import { printDocumentNumber } from '../../../contract/documents/documentNumber.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Change } from '../../platform/change/change.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { type Composed, composeDocument } from './composeDocument.ts'
import {
  findIssuer,
  isNumberTaken,
  type IssueRecord,
  lastNumber,
  recordIssue,
  type StoredDocument,
  type StoredIssuer,
} from './documents.store.ts'
import type { DocumentSource } from './documentYear.ts'
import { findDraft } from './editDraft.ts'
import { fillComposed, type UsedTemplate } from './fillInThread.ts'

/** How documents are issued: from which result, with which template, by whom. */
export interface Issuing {
  readonly source: DocumentSource
  readonly template: UsedTemplate
  readonly issuer: StoredIssuer
  readonly day: Day
  readonly by: string
  readonly now: () => Date
}

/** A document ready to be kept. */
interface Issue {
  readonly draft: StoredDocument
  readonly printed: string
  readonly record: IssueRecord
  readonly bytes: Uint8Array
}

/** Documents composed with numbers that follow one another, while their files are being made. */
interface MadeIssues {
  readonly first: number
  readonly count: number
  readonly issues: Promise<readonly Issue[]>
}

/** Others may take numbers or change drafts while files are made; after so many times somebody is told. */
const ATTEMPTS = 5

/** What may happen to one of many drafts meanwhile: the others are issued all the same. */
const MOVED = new Set(['staleRevision', 'documentIssuedAlready', 'notFound'])

/**
 * Issues drafts in one change, with numbers that follow one another. The files are made before the change
 * begins, so that it is short, or by the caller beforehand (`made`); when a number or a draft moved meanwhile,
 * they are made anew.
 * `documentNumberTaken`, `documentIssuedAlready`, `staleRevision`.
 */
export async function keepIssues<A>(
  db: Database,
  change: Change,
  to: Issuing,
  {
    list,
    wanted,
    isBatch = false,
    made,
    done,
  }: {
    readonly list: ListDrafts
    readonly wanted?: number | undefined
    readonly isBatch?: boolean
    readonly made?: MadeIssues
    readonly done: (issues: readonly Issue[]) => A
  },
): Promise<A | Refusal> {
  for (let attempt = 1; ; attempt++) {
    const ready = attempt === 1 && made !== undefined ? made : await makeIssues(db, to, list, wanted)
    if (isRefusal(ready)) return ready
    const [first, issues] = [ready.first, await ready.issues]
    if (issues.length === 0) return done(issues)
    const kept = await change(async tx => {
      const refusal = await whyMoved(tx, to, issues, first, wanted === undefined)
      if (refusal !== undefined) return refusal
      for (const { draft, record, bytes } of issues) await recordIssue(tx, draft, record, bytes)
      const [one, ...others] = issues.map(eventOf)
      return { answer: done(issues), events: [one!, ...others] }
    })
    const isMoved =
      isRefusal(kept) && (kept.code === 'documentNumberTaken' || (isBatch && MOVED.has(kept.code)))
    if (!isMoved || wanted !== undefined || attempt === ATTEMPTS) return kept
  }
}

async function whyMoved(
  tx: Transaction,
  { issuer, day }: Issuing,
  issues: readonly Issue[],
  first: number,
  isNext: boolean,
): Promise<Refusal | undefined> {
  const year = Number(day.slice(0, 4))
  await findIssuer(tx, issuer.id, { forUpdate: true })
  const taken = isNext
    ? (await lastNumber(tx, issuer.word, year)) !== first - 1
    : await isNumberTaken(tx, issuer.word, year, first)
  for (const { draft } of issues) {
    const now = await findDraft(tx, draft.year, draft.id, { revision: draft.revision })
    if (isRefusal(now)) return now
  }
  return taken
    ? refuse('documentNumberTaken', { number: printDocumentNumber(issuer.word, year, first) })
    : undefined
}

type ListDrafts = () => Promise<readonly StoredDocument[]>

/** Composes drafts with the numbers from `wanted` on, or the next ones, and begins to make their files. Nothing is kept. */
export async function makeIssues(
  db: Database,
  { source, template, issuer, day, by, now }: Issuing,
  list: ListDrafts,
  wanted?: number,
): Promise<MadeIssues | Refusal> {
  const year = Number(day.slice(0, 4))
  const drafts = await list()
  const first = wanted ?? (await lastNumber(db, issuer.word, year)) + 1
  if (drafts.length === 0) return { first, count: 0, issues: Promise.resolve([]) }
  const ready: Composed[] = []
  for (const [at, draft] of drafts.entries()) {
    const one = await composeDocument(source, { ...draft, issuer, day, number: { year, number: first + at } })
    if (isRefusal(one)) return one
    ready.push(one)
    await yieldToEventLoop()
  }
  const issueOf = (bytes: Uint8Array, at: number): Issue => {
    const { title, data } = ready[at]!
    const number = first + at
    return {
      draft: drafts[at]!,
      printed: printDocumentNumber(issuer.word, year, number),
      bytes,
      record: {
        issuer: issuer.id,
        word: issuer.word,
        numberYear: year,
        number,
        title,
        issuedOn: day,
        issuedBy: by,
        issuedAt: now().toISOString(),
        seal: source.seal?.number ?? null,
        results: source.seal?.hashes.results ?? null,
        data,
        template: template.name,
        hash: createHash('sha256').update(bytes).digest('hex'),
      },
    }
  }
  const issues = fillComposed(drafts[0]!.kind, template, ready).then(files => files.map(issueOf))
  issues.catch(() => undefined)
  return { first, count: drafts.length, issues }
}

function eventOf({ draft: { year, unit }, printed, record: { title, seal, hash } }: Issue) {
  const values = { number: printed, title, seal, hash }
  return { kind: 'documentIssued', year, unit: unit ?? undefined, values } as const
}
