import { strToU8 } from 'fflate'
import { type ArchiveFile, archivePieces } from '../../../../files/archivePieces.ts'
import { refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { institutionName } from '../../../platform/http/institution.store.ts'
import { plainFileName } from '../../../platform/http/plainFileName.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import type { JobContext } from '../../../platform/jobs/createJobs.ts'
import { startJob } from '../../../platform/jobs/startJob.ts'
import { yieldToEventLoop } from '../../../platform/yieldToEventLoop.ts'
import { findPublication, listPages, type StoredPage, type StoredPublication } from '../publish.store.ts'
import { html } from './html.ts'
import { framePage, PAPERS, unitPage } from './publicPages.ts'
import { qrPart } from './qrPart.ts'
import { siteAddress } from './siteAddress.ts'

/** Packs what is published within reach as a folder of pages, in the background, for a unit's own web site, with the sheets for its notice board; each leads to the comment board. `publicationUnreleased`, `tooManyJobs`. */
export async function packSite(
  request: Served<'POST /api/years/:year/publication/site'>,
): Promise<{ readonly job: string } | Refusal> {
  const {
    context,
    reach,
    raw,
    params: { year },
  } = request
  const row = await findPublication(context.db, year)
  if (row === undefined || !row.released) return refuse('publicationUnreleased', {})
  const pages = (await listPages(context.db, year)).filter(({ unit }) => reach.has(unit))
  const name = `${year}年度公示网页`
  const address = `${siteAddress(context, raw)}/public/${year}`
  return startJob(request, {
    kind: 'packSite',
    name,
    year,
    event: { kind: 'sitePacked', year, values: { units: pages.length } },
    work: async desk => {
      const site = { row, address, office: await institutionName(context.db) }
      return {
        name: `${name}.zip`,
        type: 'application/zip',
        pieces: archivePieces(filesOf(site, pages, desk)),
      }
    },
  })
}

interface Site {
  readonly row: StoredPublication
  readonly address: string
  readonly office: string
}

async function* filesOf(
  { row, address, office }: Site,
  pages: readonly StoredPage[],
  { tell, signal }: JobContext,
): AsyncGenerator<ArchiveFile> {
  const hasBoard = row.comments !== 'off'
  for (const [at, page] of pages.entries()) {
    if (signal.aborted) return
    tell('制作网页', at / pages.length)
    const [title, name] = [`${page.name}：${row.year}年度公示`, plainFileName(page.name)]
    const own = `${address}/${encodeURIComponent(page.unit)}`
    const code = await qrPart(own, hasBoard)
    const link = html`${code}${hasBoard && html`<p><a href="${own}#board">到发言板块留言</a></p>`}`
    const body = unitPage(row, page, { more: link, onSite: false })
    yield { path: `${name}公示.html`, bytes: strToU8(framePage(title, office, body)) }
    const sheet = unitPage(row, page, { lead: code, onSite: false })
    for (const paper of PAPERS)
      yield {
        path: `${name}宣传栏张贴页（${paper}）.html`,
        bytes: strToU8(framePage(title, office, sheet, paper)),
      }
    await yieldToEventLoop()
  }
}
