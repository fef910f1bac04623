import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { z } from 'zod'
import type { uploadedPart } from '../../../contract/files/filesRoutes.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { Change } from '../../platform/change/change.ts'
import { shownName } from '../../platform/http/shownName.ts'
import { createThreads } from '../../platform/threads/threads.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { admitFile } from './admit/admitFile.ts'
import { endingOf } from './admit/endingOf.ts'
import { partsOfHash } from './admit/perceptualHash.ts'
import { findBySent, keepFile, type StoredFile } from './files.store.ts'
import { isPicture } from './lookThrough.ts'
import { seenAlready } from './seenAlready.ts'

/** The answer to an upload. */
export type Uploaded = z.output<typeof uploadedPart>

/** What is known of a file before its row is written; `bytes` if they are available. */
type Ready = Pick<StoredFile, 'hash' | 'size' | 'type' | 'takenOn' | 'phash' | 'look'> & {
  readonly bytes?: Uint8Array
}

const UNSEEN = { seenBefore: [], seenElsewhere: false, similar: [], similarElsewhere: false }

const threads = createThreads({ most: Math.max(2, availableParallelism()) })

/** Uploads a file: its kind is recognised from its content, a picture is cleared of its metadata, and it is stored by hash; the answer says where it was seen before. A file sent again is not processed again. A picture to be looked at later is answered for as soon as it is on the disk; the sheet it belongs to says where it was seen. */
export async function uploadFile(
  context: AppContext,
  actor: Actor,
  change: Change,
  sent: { readonly name: string; readonly bytes: Uint8Array; readonly later: boolean },
): Promise<Uploaded | Refusal> {
  const name = shownName(sent.name)
  if (sent.bytes.length === 0) return refuse('attachmentEmpty', { name })
  const sentHash = hashOf(sent.bytes)
  const known = await findKept(context, sentHash)
  const isKnown = known !== undefined && (sent.later || known.look === 'done')
  const ready = isKnown ? known : await makeReady(name, sent)
  if (isRefusal(ready)) return ready
  if (ready.bytes !== undefined) await context.files.put(ready.hash, ready.bytes)
  const { hash, size, type, takenOn, phash, look } = ready
  const kept = await change(async tx => {
    const at = context.now().toISOString()
    const shown = endingOf(name, type)
    const phashParts = phash === null ? null : [...partsOfHash(phash)]
    const row = {
      hash,
      size,
      type,
      name: shown,
      takenOn,
      phash,
      phashParts,
      look,
      byName: actor.name,
      storedAt: at,
      offeredAt: at,
    }
    await keepFile(tx, row, { account: actor.id, sent: sentHash })
    // Swept a moment ago: the row above now holds it, so that it is put back for good.
    if (!(await context.files.has(hash))) {
      const again = ready.bytes === undefined ? await makeReady(name, sent) : ready
      if (isRefusal(again)) return again
      await context.files.put(again.hash, again.bytes!)
    }
    const answer = { file: hash, name: shown, size, type, takenOn: takenOn ?? undefined }
    return {
      answer,
      events: [{ kind: 'fileUploaded', values: { file: shown, hash: hash.slice(0, 16), bytes: size } }],
    }
  })
  if (isRefusal(kept)) return kept
  if (sent.later) return { ...kept, ...UNSEEN }
  return { ...kept, ...(await seenAlready(context, actor, { hash, phash })) }
}

async function findKept(context: AppContext, sent: string): Promise<Ready | undefined> {
  const found = await findBySent(context.db, sent)
  return found !== undefined && (await context.files.has(found.hash)) ? found : undefined
}

/** Looks through a file in a thread, which takes its bytes. */
async function makeReady(
  name: string,
  { bytes, later }: { readonly bytes: Uint8Array; readonly later: boolean },
): Promise<Ready | Refusal> {
  const module = new URL('./admit/admitFile.ts', import.meta.url)
  const admitted = await threads.run<typeof admitFile>(module, 'admitFile', name, bytes, later)
  if (isRefusal(admitted)) return admitted
  const { bytes: kept, type, takenOn, phash } = admitted
  return {
    hash: hashOf(kept),
    size: kept.length,
    type,
    takenOn: takenOn ?? null,
    phash: phash ?? null,
    look: later && isPicture(type) ? 'waiting' : 'done',
    bytes: kept,
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
