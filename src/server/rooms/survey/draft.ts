import type { AppContext } from '../../platform/appContext.ts'
import type { CaseRow } from './cases.store.ts'
import { headed, readHeaded } from './headedSheet.ts'
import { openSheet, type SealedContent } from './sealedSheet.ts'

/** Whose case it is, and until when; the state from which it was taken. */
interface Head {
  readonly holder: string
  readonly heldUntil: string
  readonly was: Was
}

/** What the database holds of a case whose call is under way or not entered yet. */
export type Was = Pick<CaseRow, 'unit' | 'group' | 'state' | 'attempts' | 'disposition'>

/** A call under way: its case on a desk, and what was answered so far, sealed. */
export interface Draft extends Head {
  readonly case: string
  readonly sheet: Uint8Array
}

type Context = Pick<AppContext, 'drafts' | 'now'>

/** A case stays on a desk so long without a word from it; every save is one. */
const HELD_MS = 120_000

/** When a case leaves a desk that stays silent, as of now. */
export function heldUntilOf({ now }: Pick<AppContext, 'now'>): string {
  return new Date(now().getTime() + HELD_MS).toISOString()
}

/** Whether a desk was silent so long that its case is free; the draft stays for who gets it next. */
export function isForsaken({ now }: Pick<AppContext, 'now'>, { heldUntil }: Head): boolean {
  return heldUntil < now().toISOString()
}

/** Reads the draft of a case. One that a killed server or a power failure left empty or half written is none. */
export async function readDraft({ drafts }: Context, survey: string, id: string): Promise<Draft | undefined> {
  const bytes = await drafts.read(survey, id)
  const read = bytes && readHeaded<Head>(bytes)
  return read && { case: id, ...read.head, sheet: read.sheet }
}

/** Lists the cases that are on a desk. */
export async function listDesks(context: Context, survey: string): Promise<readonly Draft[]> {
  const names = await context.drafts.list(survey)
  const all = await Promise.all(names.map(id => readDraft(context, survey, id)))
  return all.flatMap(draft => (draft === undefined || isForsaken(context, draft) ? [] : draft))
}

/** Opens a draft; what was left half written is none. */
export function openDraft(
  { log }: Pick<AppContext, 'log'>,
  key: Uint8Array,
  survey: string,
  draft: Draft | undefined,
): SealedContent | undefined {
  if (draft === undefined) return undefined
  try {
    return openSheet(key, survey, draft.sheet)
  } catch (error) {
    log.error({ err: error, case: draft.case }, 'the draft of an interview cannot be opened')
    return undefined
  }
}

/** Keeps the draft of a case, over the one before. */
export function keepDraft(
  { drafts }: Context,
  survey: string,
  { case: id, holder, heldUntil, was, sheet }: Draft,
): Promise<void> {
  return drafts.write(survey, id, headed({ holder, heldUntil, was }, sheet))
}
