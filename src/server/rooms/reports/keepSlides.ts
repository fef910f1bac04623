import { decideReport } from '../../../domain/campaign/report/decideReport.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { countSlides } from '../../../files/slides/countSlides.ts'
import { type FileRef, replaceAttached } from '../../office/files/attachFiles.ts'
import { findFile } from '../../office/files/files.store.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { shownName } from '../../platform/http/shownName.ts'
import { createThreads, ThreadGaveUp } from '../../platform/threads/threads.ts'
import { loadReport, staleReport } from './loadReport.ts'
import { changeReport, findReport, type ReportAddress } from './reports.store.ts'
import { storeContent } from './saveDraft.ts'
import type { StoredSlides } from './reports.tables.ts'

const threads = createThreads({ most: 1, seconds: 20, megabytes: 512 })

/** Attaches slides to a report, or takes them off. `slidesKind`, `slidesUnreadable`, `fileUnknown`, `reportLocked`, `staleRevision`. */
export async function keepSlides({
  context,
  actor,
  change,
  params: address,
  body: { slides: ref, revision },
}: Served<'PUT /api/years/:year/units/:unit/report/slides'>): Promise<
  Answered<'PUT /api/years/:year/units/:unit/report/slides'> | Refusal
> {
  const slides = ref === null ? undefined : await readSlides(context, ref)
  if (isRefusal(slides)) return slides
  return change(async tx => {
    const loaded = await loadReport(tx, address, revision)
    if (isRefusal(loaded)) return loaded
    const decided = decideReport(loaded.state, { do: 'edit' }, context.today())
    if (isRefusal(decided)) return decided
    const empty = { title: '', sections: [], problems: [] }
    if (
      loaded.row === undefined &&
      (await storeContent(tx, context, actor, address, undefined, empty)) === undefined
    )
      return staleReport(undefined)
    const unkept = await attachSlides(tx, context, actor, address, slides)
    if (unkept !== undefined) return unkept
    const row = await findReport(tx, address)
    return {
      answer: { revision: row!.revision, slides },
      events: [
        {
          kind: 'reportSlidesSet',
          ...address,
          values: { name: slides?.name ?? '', pages: slides?.pages ?? 0 },
        },
      ],
    }
  })
}

/** Reads what an uploaded file is as slides: kind, size and number of pages. `fileUnknown`, `slidesKind`, `slidesUnreadable`. */
export async function readSlides(
  context: AppContext,
  { file: hash, name: sent }: FileRef,
): Promise<StoredSlides | Refusal> {
  const name = shownName(sent)
  const file = await findFile(context.db, hash)
  const stream = file === undefined ? undefined : await context.files.read(hash)
  if (file === undefined || stream === undefined) return refuse('fileUnknown', { name })
  if (file.type !== 'pptx' && file.type !== 'pdf') return refuse('slidesKind', { name })
  const bytes = new Uint8Array(Buffer.concat(await stream.toArray()))
  const pages = await countIn(file.type, bytes)
  if (pages === undefined) return refuse('slidesUnreadable', { name })
  return { file: hash, name, size: file.size, type: file.type, pages }
}

async function countIn(type: string, bytes: Uint8Array): Promise<number | undefined> {
  const module = new URL('../../../files/slides/countSlides.ts', import.meta.url)
  try {
    return await threads.run<typeof countSlides>(module, 'countSlides', type, bytes)
  } catch (error) {
    if (error instanceof ThreadGaveUp) return undefined
    throw error
  }
}

/** Attaches slides to a stored report in place of those before, or takes them off. `fileUnknown`. */
export async function attachSlides(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  address: ReportAddress,
  slides: StoredSlides | undefined,
): Promise<Refusal | undefined> {
  const to = { owner: 'report' as const, ownerId: `${address.year} ${address.unit}`, ...address }
  const refused = await replaceAttached(tx, context, actor, to, slides === undefined ? [] : [slides])
  if (refused !== undefined) return refused
  await changeReport(tx, address, { slides: slides ?? null })
  return undefined
}
