import { buffer } from 'node:stream/consumers'
import type { FileKind } from '../../../contract/files/fileKinds.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { createThreads, ThreadGaveUp } from '../../platform/threads/threads.ts'
import { partsOfHash, type hashPicture } from './admit/perceptualHash.ts'
import { keepLook, type StoredFile, waitingPictures } from './files.store.ts'

/** Looking through pictures in the background: those of phones, answered as soon as they are on the disk. */
interface Looks {
  /** Looks through what waits, soon. */
  nudge(): void
  /** Runs work that somebody waits for; pictures are looked at when there is none, or one in a while. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** Stops after the pictures in hand; the others wait for the next start. */
  close(): Promise<void>
}

type Look = Pick<StoredFile, 'look' | 'phash' | 'phashParts'>

const AT_ONCE = 20
const AGAIN_MS = 60_000
/** The longest that one picture waits for others to be answered. */
const YIELD_MS = 2_000

const threads = createThreads({ most: 1 })

/** Starts looking through pictures. What waits is a column of the database: a server killed between answer and look finds it at its next start. */
export function createLooks(context: AppContext): Looks {
  let [isClosed, isAsked] = [false, false]
  let pass: Promise<void> | undefined
  let again: NodeJS.Timeout | undefined
  let [busy, proceed] = [0, () => {}]

  /** Resolves when nobody waits for an answer, at the latest after a while. */
  async function yieldToOthers(): Promise<void> {
    if (busy === 0 || isClosed) return
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, YIELD_MS)
      proceed = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function lookAll(): Promise<void> {
    const unread = new Set<string>()
    while (!isClosed) {
      isAsked = false
      const waiting = await waitingPictures(context.db, AT_ONCE + unread.size)
      const rows = waiting.filter(row => !unread.has(row.hash))
      if (rows.length === 0) break
      const seen: { readonly hash: string; readonly look: Look }[] = []
      for (const row of rows) {
        await yieldToOthers()
        if (isClosed) break
        const look = await lookAt(context, row)
        if (look === undefined) unread.add(row.hash)
        else seen.push({ hash: row.hash, look })
      }
      await context.db.transaction(async tx => {
        for (const { hash, look } of seen) await keepLook(tx, hash, look)
      })
    }
    if (unread.size > 0 && !isClosed) again = setTimeout(nudge, AGAIN_MS).unref()
  }

  function nudge(): void {
    isAsked = true
    if (isClosed || pass !== undefined) return
    clearTimeout(again)
    pass = lookAll()
      .catch(error => {
        context.log.error({ err: error }, 'looking through pictures broke off')
        again = setTimeout(nudge, AGAIN_MS).unref()
        isAsked = false
      })
      .finally(() => {
        pass = undefined
        if (isAsked) nudge()
      })
  }

  return {
    nudge,
    during: async work => {
      busy++
      try {
        return await work()
      } finally {
        if (--busy === 0) proceed()
      }
    },
    close: async () => {
      isClosed = true
      clearTimeout(again)
      proceed()
      await pass
    },
  }
}

/** Whether a file shows something. */
export function isPicture(type: FileKind): boolean {
  return type === 'jpg' || type === 'png'
}

/** Looks at one picture; `undefined` while its bytes cannot be read. A picture that cannot be decoded, or whose bytes are lost, is damaged. */
async function lookAt(context: AppContext, { hash }: StoredFile): Promise<Look | undefined> {
  const damaged: Look = { look: 'damaged', phash: null, phashParts: null }
  let bytes: Uint8Array
  try {
    const content = await context.files.read(hash)
    if (content === undefined) {
      context.log.error({ hash }, 'the bytes of a file are missing in the store')
      return damaged
    }
    bytes = await buffer(content)
  } catch (error) {
    context.log.error({ err: error, hash }, 'a picture could not be read')
    return undefined
  }
  try {
    const module = new URL('./admit/perceptualHash.ts', import.meta.url)
    const phash = (await threads.run<typeof hashPicture>(module, 'hashPicture', bytes)) ?? null
    return { look: 'done', phash, phashParts: phash === null ? null : [...partsOfHash(phash)] }
  } catch (error) {
    const why = error instanceof ThreadGaveUp ? 'was too much to look at' : 'is damaged'
    context.log.warn({ err: error, hash }, `a picture ${why}`)
    return damaged
  }
}
