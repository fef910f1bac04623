import { strToU8, zipSync } from 'fflate'
import { PLAIN_ENTRY } from '../../../../files/plainEntry.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import { institutionName } from '../../../platform/http/institution.store.ts'
import { plainFileName } from '../../../platform/http/plainFileName.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { yieldToEventLoop } from '../../../platform/yieldToEventLoop.ts'
import { findPublication, listPages } from '../publish.store.ts'
import { html } from './html.ts'
import { framePage, PAPERS, unitPage } from './publicPages.ts'
import { qrPart } from './qrPart.ts'
import { siteAddress } from './siteAddress.ts'

/** Packs what is published within reach as a folder of pages, for a unit's own web site, with the sheets for its notice board; each leads to the comment board. `publicationUnreleased`. */
export async function packSite({
  context,
  reach,
  raw,
  params: { year },
}: Served<'GET /api/years/:year/publication/site.zip'>): Promise<FileAnswer | Refusal> {
  const row = await findPublication(context.db, year)
  if (row === undefined || !row.released) return refuse('publicationUnreleased', {})
  const office = await institutionName(context.db)
  const files: Record<string, Uint8Array> = {}
  for (const page of await listPages(context.db, year)) {
    if (!reach.has(page.unit)) continue
    const address = `${siteAddress(context, raw)}/public/${year}/${encodeURIComponent(page.unit)}`
    const code = await qrPart(address, row.comments !== 'off')
    const link = html`${code}${row.comments !== 'off' && html`<p><a href="${address}#board">到发言板块留言</a></p>`}`
    const body = unitPage(row, page, { more: link, onSite: false })
    const [title, name] = [`${page.name}：${year}年度公示`, plainFileName(page.name)]
    files[`${name}公示.html`] = strToU8(framePage(title, office, body))
    const sheet = unitPage(row, page, { lead: code, onSite: false })
    for (const paper of PAPERS)
      files[`${name}宣传栏张贴页（${paper}）.html`] = strToU8(framePage(title, office, sheet, paper))
    await yieldToEventLoop()
  }
  return {
    name: `${year}年度公示网页.zip`,
    type: 'application/zip',
    content: zipSync(files, { level: 1, ...PLAIN_ENTRY }),
  }
}
