import type { DebriefReport } from '../../../domain/campaign/report/report.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Day } from '../../../domain/kernel/calendar.ts'
import type { Appraisee } from '../../../domain/year/roster/appointAppraisees.ts'
import { type ArchiveFile, archivePieces } from '../../../files/archivePieces.ts'
import { reportDocument } from '../../../files/word/reportDocument.ts'
import { writeWord } from '../../../files/word/writeWord.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { plainFileName } from '../../platform/http/plainFileName.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import type { JobContext } from '../../platform/jobs/createJobs.ts'
import { startJob } from '../../platform/jobs/startJob.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { mayWriteFor } from './presentReport.ts'
import { appraiseeOf, loadReports, type ReportContext } from './reportContext.ts'
import { findReport, readHandedIn, type VersionRow } from './reports.store.ts'
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

/** Packs the reports that were handed in into one archive, in the background: of a tier or of a lead unit's members. `notFound`, `tooManyJobs`. */
export async function packReports(
  request: Served<'POST /api/years/:year/reports/pack'>,
): Promise<{ readonly job: string } | Refusal> {
  const {
    context,
    reach,
    params: { year },
    body: { tier, leadUnit },
  } = request
  const ground = await loadReports(context.db, year)
  if (isRefusal(ground)) return ground
  const wanted = (await readHandedIn(context.db, year)).flatMap(version => {
    const appraisee = ground.appraisees.get(version.unit)
    if (appraisee === undefined || !reach.has(version.unit)) return []
    if (tier !== undefined && appraisee.tier !== tier) return []
    return leadUnit !== undefined && appraisee.leadUnit !== leadUnit ? [] : [{ version, appraisee }]
  })
  if (wanted.length === 0) return refuse('notFound', { what: '上报的述职报告' })
  const tierName = ground.scheme.tiers.find(({ id }) => id === tier)?.name
  const name = `${year}年度述职报告${tierName === undefined ? '' : `（${tierName}）`}`
  return startJob(request, {
    kind: 'packReports',
    name,
    year,
    event: { kind: 'reportsPacked', year, values: { count: wanted.length } },
    work: async desk => ({
      name: `${name}.zip`,
      type: 'application/zip',
      pieces: archivePieces(filesOf(ground, wanted, desk)),
    }),
  })
}

interface WantedReport {
  readonly version: VersionRow
  readonly appraisee: Appraisee
}

async function* filesOf(
  ground: ReportContext,
  wanted: readonly WantedReport[],
  { tell, signal }: JobContext,
): AsyncGenerator<ArchiveFile> {
  const taken = new Set<string>()
  for (const [at, { version, appraisee }] of wanted.entries()) {
    if (signal.aborted) return
    tell('写成 Word 文件', at / wanted.length)
    const path = `${freeName(taken, appraisee)}.docx`
    yield { path, bytes: await documentOf(ground, appraisee, version.content, version.handedOn!) }
    await yieldToEventLoop()
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

/** Returns a name for a file of this unit that no other has, without characters that file systems refuse. */
function freeName(taken: Set<string>, { name, personName = '' }: Appraisee): string {
  const plain = plainFileName(`${name}${personName === '' ? '' : `（${personName}）`}`)
  let free = plain
  for (let at = 2; taken.has(free); at++) free = `${plain}${at}`
  taken.add(free)
  return free
}
