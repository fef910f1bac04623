import { zipSync } from 'fflate'
import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import type { Appraisee } from '../../../domain/year/roster/appointAppraisees.ts'
import { PLAIN_ENTRY } from '../../../files/plainEntry.ts'
import { reportDocument } from '../../../files/word/reportDocument.ts'
import { writeWord } from '../../../files/word/writeWord.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { plainFileName } from '../../platform/http/plainFileName.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { mayWriteFor } from './presentReport.ts'
import { appraiseeOf, loadReports, type ReportContext } from './reportContext.ts'
import { findReport, readHandedIn } from './reports.store.ts'
import { readVersion } from './viewVersions.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Answers a report as official Word: a kept version, the writer's draft, or what was handed in last. `notFound`. */
export async function writeReportFile({
  context,
  actor,
  params: address,
  query: { nth },
}: Served<'GET /api/years/:year/units/:unit/report/report.docx'>): Promise<FileAnswer | Refusal> {
  const ground = await loadReports(context.db, address.year)
  if (isRefusal(ground)) return ground
  const appraisee = appraiseeOf(ground, address.unit)
  if (isRefusal(appraisee)) return appraisee
  const row = await findReport(context.db, address)
  const isDraft = nth === undefined && mayWriteFor(actor, address.unit)
  const found = isDraft ? row : await readVersion(context, actor, address, nth ?? row?.handedNth ?? 0)
  if (found === undefined) return refuse('notFound', { what: '述职报告的这一稿' })
  const day = 'handedOn' in found ? found.handedOn : row!.state === 'draft' ? null : row!.firstHandedOn
  const content = await documentOf(ground, appraisee, found.content, day ?? undefined)
  return { name: `${appraisee.name}述职报告.docx`, type: DOCX, content }
}

/** Answers the reports that were handed in as one archive, of a tier or of a lead unit's members. `notFound`. */
export async function writeReportsFile({
  context,
  reach,
  params: { year },
  query: { tier, leadUnit },
}: Served<'GET /api/years/:year/reports.zip'>): Promise<FileAnswer | Refusal> {
  const ground = await loadReports(context.db, year)
  if (isRefusal(ground)) return ground
  const files: Record<string, Uint8Array> = {}
  for (const { unit, content, handedOn } of await readHandedIn(context.db, year)) {
    const appraisee = ground.appraisees.get(unit)
    if (appraisee === undefined || !reach.has(unit)) continue
    if (tier !== undefined && appraisee.tier !== tier) continue
    if (leadUnit !== undefined && appraisee.leadUnit !== leadUnit) continue
    files[`${freeName(files, appraisee)}.docx`] = await documentOf(ground, appraisee, content, handedOn!)
    await yieldToEventLoop()
  }
  if (Object.keys(files).length === 0) return refuse('notFound', { what: '上报的述职报告' })
  return {
    name: `${year}年度述职报告.zip`,
    type: 'application/zip',
    content: zipSync(files, { level: 0, ...PLAIN_ENTRY }),
  }
}

function documentOf(
  { terms }: ReportContext,
  { name, post, personName }: Appraisee,
  report: DebriefReport,
  day: Day | undefined,
): Promise<Uint8Array> {
  const by = [name, [post, personName].filter(Boolean).join(' ')].filter(Boolean).join('　')
  return writeWord(reportDocument(terms, report, { by, day }))
}

/** Returns a name for a file of this unit that the archive does not have yet, without characters that file systems refuse. */
function freeName(files: Readonly<Record<string, unknown>>, { name, personName = '' }: Appraisee): string {
  const plain = plainFileName(`${name}${personName === '' ? '' : `（${personName}）`}`)
  let free = plain
  for (let at = 2; `${free}.docx` in files; at++) free = `${plain}${at}`
  return free
}
