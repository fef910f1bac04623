import type { AppContext } from '../../platform/appContext.ts'
import type { CaseRow } from './cases.store.ts'
import { cellOf } from './cell.ts'
import { type Draft, listDesks, type Was } from './draft.ts'
import { headed, readHeaded } from './headedSheet.ts'
import { openSheet, type SealedContent } from './sealedSheet.ts'

/** What a call makes of its case. */
export type CaseChange = Pick<CaseRow, 'state' | 'attempts' | 'lastTried' | 'disposition' | 'dueAt'>

interface Head {
  /** The key of its unit. */
  readonly key: string
  readonly was: Was
  readonly becomes: CaseChange
  readonly on: string
  readonly band: number
  /** Whether its sheet is a whole interview, one to be gone on with, or says who called alone. */
  readonly keeps: 'whole' | 'part' | 'none'
}

/** A call that has ended and is not entered into the database yet. */
export interface EndedCall extends Head {
  readonly name: string
  readonly case: string
  readonly sheet: Uint8Array
  /** Who called, and what was answered; none where the key is lost. */
  readonly content: SealedContent | undefined
}

type Context = Pick<AppContext, 'drafts' | 'keys'>

const groupOf = (survey: string) => `${survey}/ended`

/** Keeps the end of a call on the disk until it is entered. */
export function keepEnded(
  { drafts, newId }: Pick<AppContext, 'drafts' | 'newId'>,
  survey: string,
  { case: id, sheet, ...head }: Omit<EndedCall, 'name' | 'content'>,
): Promise<void> {
  return drafts.keep(groupOf(survey), `${id}.${newId()}`, headed(head, sheet))
}

/** Whether a call of a case has ended that is not entered yet. */
export async function hasEnded({ drafts }: Context, survey: string, id: string): Promise<boolean> {
  return (await drafts.list(groupOf(survey))).some(name => name.startsWith(id))
}

/** Calls as read: what is kept never changes until it is dropped. */
const known = new WeakMap<AppContext['drafts'], Map<string, ReadonlyMap<string, EndedCall>>>()

/** Lists the calls of a survey that have ended and are not entered yet. */
export async function listEnded(context: Context, survey: string): Promise<readonly EndedCall[]> {
  const surveys = known.get(context.drafts) ?? new Map<string, ReadonlyMap<string, EndedCall>>()
  known.set(context.drafts, surveys)
  const before = surveys.get(survey)
  const names = await context.drafts.list(groupOf(survey))
  const read = await Promise.all(
    names.map(async name => before?.get(name) ?? readEnded(context, survey, name)),
  )
  const found = read.flatMap(one => one ?? [])
  surveys.set(survey, new Map(found.map(one => [one.name, one])))
  return found
}

async function readEnded(
  { drafts, keys }: Context,
  survey: string,
  name: string,
): Promise<EndedCall | undefined> {
  const bytes = await drafts.read(groupOf(survey), name)
  const read = bytes && readHeaded<Head>(bytes)
  if (read === undefined) return undefined
  const key = await keys.read(survey, read.head.key)
  const [of] = name.split('.')
  const content = key && openSheet(key, survey, read.sheet)
  return { ...read.head, name, case: of!, sheet: read.sheet, content }
}

/** The last drop under way of each store, for which the next one waits. */
const dropping = new WeakMap<AppContext['drafts'], Promise<void>>()

/**
 * Drops ended calls that are entered, and drafts of theirs that a killed server left. Two who enter at
 * once hold the same list: what the other has dropped is passed over, since its case may lie on
 * another desk by now, with a draft of its own.
 */
export function dropEnded({ drafts }: Context, survey: string, calls: readonly EndedCall[]): Promise<void> {
  const drop = async () => {
    const left = new Set(await drafts.list(groupOf(survey)))
    for (const { name, case: id } of calls.filter(one => left.has(one.name))) {
      // While the file of its end exists, nobody else can take the case.
      await drafts.drop(survey, id)
      await drafts.drop(groupOf(survey), name)
    }
  }
  const turn = (dropping.get(drafts) ?? Promise.resolve()).then(drop)
  dropping.set(
    drafts,
    turn.catch(() => undefined),
  )
  return turn
}

/** What is under way beside the database: cases on desks, and calls that have ended and are not entered yet. */
export interface UnderWay {
  readonly desks: readonly Draft[]
  readonly ended: readonly EndedCall[]
}

/** Lists what is under way. A draft of an ended call is one that a killed server left. */
export async function listUnderWay(
  context: Context & Pick<AppContext, 'now'>,
  survey: string,
): Promise<UnderWay> {
  const all = await listDesks(context, survey)
  const ended = await listEnded(context, survey)
  const over = new Set(ended.map(one => one.case))
  return { desks: all.filter(one => !over.has(one.case)), ended }
}

/** Counts the whole interviews among ended calls by unit and group. */
export function countWhole(ended: readonly EndedCall[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { was, keeps } of ended)
    if (keeps === 'whole') counts.set(cellOf(was), (counts.get(cellOf(was)) ?? 0) + 1)
  return counts
}
