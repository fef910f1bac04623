import type { z } from 'zod'
import type { paperRoutes } from '../../../../contract/meetings/paperRoutes.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { layOutPage } from '../../../../files/paper/paperLayout.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { convenes } from '../loadMeeting.ts'
import { loadPaper, type PaperContext } from './loadPaper.ts'
import { findSheet, pagesOf } from './paper.store.ts'
import { presentPaper, presentSheet } from './presentPaper.ts'
import { standingOf } from './settleSheet.ts'

type SheetAnswer = z.output<
  (typeof paperRoutes)['GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet']['answer']
>

/** Shows the paper of a meeting. */
export async function viewPaper(request: Served<'GET /api/years/:year/meetings/:meeting/paper'>) {
  const { db } = request.context
  const found = await loadPaper(db, request)
  return isRefusal(found) ? found : presentPaper(db, found, request.actor)
}

/** Shows one sheet to one of the two who enter it: what was read, and what this person entered; never what the other did. `notFound`, `notConvenor`. */
export async function viewSheet(
  request: Served<'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet'>,
): Promise<SheetAnswer | Refusal> {
  const { context, actor, params } = request
  const found = await loadOwn(request)
  if (isRefusal(found)) return found
  const sheet = await findSheet(context.db, params.meeting, params.sheet)
  if (sheet === undefined) return refuse('notFound', { what: '这张票' })
  const pages = await pagesOf(context.db, sheet.id)
  const { form } = found
  const { open } = standingOf(sheet, pages, { lines: form.lines.length, pages: found.pages })
  const own =
    actor.id === sheet.firstBy ? sheet.first : actor.id === sheet.secondBy ? sheet.second : undefined
  const read = new Map(pages.flatMap(({ rows }) => rows).map(row => [row.line, row]))
  const rows = Array.from({ length: found.pages }, (_, at) => at + 1).flatMap(page =>
    layOutPage(form, sheet.voterClass, page, 'figures').rows.map(({ line, y }) => ({
      line,
      isOpen: open.includes(line),
      read: read.get(line)?.mark,
      doubt: read.get(line)?.doubt,
      own: own?.marks[line],
      page,
      y,
    })),
  )
  return {
    sheet: presentSheet(sheet, pages, found, actor),
    faulty: own?.faulty ?? false,
    rows,
    pictures: pages.filter(({ picture }) => picture !== null).map(({ page }) => page),
  }
}

/** Reads the straightened picture of a page. `notFound` once it is destroyed. */
export async function readPagePicture(
  request: Served<'GET /api/years/:year/meetings/:meeting/paper/sheets/:sheet/pictures/:page'>,
): Promise<FileAnswer | Refusal> {
  const { context, params } = request
  const missing = refuse('notFound', { what: '这页票的图片' })
  const found = await loadOwn(request)
  if (isRefusal(found)) return found
  const sheet = await findSheet(context.db, params.meeting, params.sheet)
  const page = sheet && (await pagesOf(context.db, sheet.id)).find(one => one.page === params.page)
  const content = page?.picture ? await context.files.read(page.picture) : undefined
  return content === undefined ? missing : { name: '纸质票.jpg', type: 'image/jpeg', content, foreign: true }
}

async function loadOwn(
  request: Parameters<typeof loadPaper>[1] & {
    readonly context: { readonly db: Parameters<typeof loadPaper>[0] }
  },
): Promise<PaperContext | Refusal> {
  const found = await loadPaper(request.context.db, request)
  if (isRefusal(found) || convenes(request.actor, found.loaded.stored)) return found
  return refuse('notConvenor', { name: found.loaded.stored.name })
}
