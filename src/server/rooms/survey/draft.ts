import type { AppContext } from '../../platform/appContext.ts'
import type { Database, Transaction } from '../../platform/database/openDatabase.ts'
import { giveBack, listOverdue } from './cases.store.ts'
import { openSheet, type SealedContent } from './sealedSheet.ts'

/** A call under way: until when its case stays on the desk, and what was answered so far, sealed. */
export interface Draft {
  readonly heldUntil: string
  readonly sheet: Uint8Array
}

type Context = Pick<AppContext, 'drafts' | 'now'>

/** A case stays on a desk so long without a word from it; every save is one. */
const HELD_MS = 120_000

/** When a case leaves a desk that stays silent, as of now. */
export function heldUntilOf({ now }: Pick<AppContext, 'now'>): string {
  return new Date(now().getTime() + HELD_MS).toISOString()
}

/** Bytes of an instant such as `2018-11-12T10:00:00.000Z`. */
const INSTANT = 24

/** Reads the draft of a case. A server that was killed while it made the file leaves it empty: that is none. */
async function readDraft({ drafts }: Context, survey: string, id: string): Promise<Draft | undefined> {
  const bytes = await drafts.read(survey, id)
  return bytes === undefined || bytes.length <= INSTANT
    ? undefined
    : { heldUntil: Buffer.from(bytes.subarray(0, INSTANT)).toString(), sheet: bytes.subarray(INSTANT) }
}

/** Reads and opens the draft of a case; what a power failure left half written is none. */
export async function openDraft(
  context: Context & Pick<AppContext, 'log'>,
  key: Uint8Array,
  survey: string,
  id: string,
): Promise<{ readonly heldUntil: string; readonly content: SealedContent } | undefined> {
  const draft = await readDraft(context, survey, id)
  if (draft === undefined) return undefined
  try {
    return { heldUntil: draft.heldUntil, content: openSheet(key, survey, draft.sheet) }
  } catch (error) {
    context.log.error({ err: error, case: id }, 'the draft of an interview cannot be opened')
    return undefined
  }
}

/** Keeps the draft of a case, over the one before. */
export function keepDraft({ drafts }: Context, survey: string, id: string, draft: Draft): Promise<void> {
  return drafts.write(survey, id, Buffer.concat([Buffer.from(draft.heldUntil), draft.sheet]))
}

/** Gives back cases of which no word came in time: a closed browser. Their drafts stay for who gets them next. */
export async function giveBackForsaken(context: Context, db: Database | Transaction): Promise<void> {
  const now = context.now().toISOString()
  for (const { id, survey } of await listOverdue(db, now)) {
    const draft = await readDraft(context, survey, id)
    if (draft === undefined || draft.heldUntil < now) await giveBack(db, id, now)
  }
}
