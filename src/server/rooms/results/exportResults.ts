import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import { XLSX } from '../../platform/http/answerWorkbook.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { JobContext, JobFile } from '../../platform/jobs/createJobs.ts'
import { startJob } from '../../platform/jobs/startJob.ts'
import type { SealRow } from '../../year/lifecycle.store.ts'
import { type PastYear, readOrigin, sealedOrigin } from '../../year/seal/readOrigin.ts'
import type { ResultsOrigin } from '../../year/seal/worker/resultsWork.ts'
import { runResultsWork } from '../../year/seal/worker/runResultsWork.ts'
import { markedDocument, markOf } from '../../year/seal/sealedDocument.ts'
import { yearFor } from './yearFor.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** What to export: the workbook or the results file; of a seal, or of the year as it is or as it stood at the end of a day. */
interface ExportWanted {
  readonly kind: 'workbook' | 'results'
  readonly seal?: number
  readonly asOf?: Day
}

const NAMES = { workbook: '结果工作簿', results: '结果文件' } as const

/** Exports the results in a background job. They contain all units, so only those whose reach covers all of them may export. `tooManyJobs`, `dayAhead`, `dayNotKept`. */
export async function exportResults({
  context,
  actor,
  reach,
  change,
  params: { year },
  body: { kind, seal: number, asOf },
}: Served<'POST /api/years/:year/exports'>): Promise<{ readonly job: string } | Refusal> {
  const shown = await yearFor(context, actor, 'exportResults', year, asOf)
  if (isRefusal(shown)) return shown
  if (!reach.all) return refuse('outOfReach', { action: '导出全部结果', unit: '全部单位' })
  const { scored, stored, before } = shown
  if (scored.outcome === undefined)
    return refuse('cannotScore', { reasons: scored.refusals.map(sentenceOfRefusal).join('；') })
  const seal = stored.seals.find(one => one.number === (number ?? scored.seal))
  if (number !== undefined && seal === undefined) return refuse('notFound', { what: `第${number}次封存` })
  const of =
    seal === undefined ? (asOf === undefined ? '（未封存）' : ofDay(asOf)) : `（第${seal.number}次封存）`
  const name = `${year}年度${NAMES[kind]}${of}`
  const values = { what: `${NAMES[kind]}${ofDay(asOf)}`, number: seal?.number ?? 0 }
  const wanted = {
    year,
    asOf,
    past: before === undefined ? undefined : { before, version: stored.row.schemeVersion },
  }
  return startJob(
    { context, actor, change },
    {
      kind,
      name,
      year,
      event: { kind: 'resultsExported', year, values },
      work: desk => makeFile(context, wanted, kind, name, seal, desk),
    },
  )
}

interface OfYear {
  readonly year: number
  readonly asOf: Day | undefined
  readonly past: PastYear | undefined
}

async function makeFile(
  context: AppContext,
  { year, asOf = context.today(), past }: OfYear,
  make: ExportWanted['kind'],
  name: string,
  seal: SealRow | undefined,
  { tell, signal }: JobContext,
): Promise<JobFile> {
  const mark = seal === undefined ? undefined : await markOf(context.db, seal)
  const file = FILES[make]
  if (make === 'results' && mark !== undefined) {
    return { name: `${name}.${file.ending}`, type: file.type, pieces: markedDocument(context.db, year, mark) }
  }
  const origin =
    seal === undefined
      ? await liveOrigin(context, year, past)
      : await sealedOrigin(context.db, year, seal.number)
  const work = {
    make,
    origin,
    engine: context.version,
    asOf,
    seal: mark,
  }
  const { bytes } = await runResultsWork(work, tell, signal)
  return { name: `${name}.${file.ending}`, type: file.type, pieces: bytes }
}

const FILES = {
  workbook: { ending: 'xlsx', type: XLSX },
  results: { ending: 'json', type: 'application/json' },
} as const

async function liveOrigin(
  { db }: AppContext,
  year: number,
  past: PastYear | undefined,
): Promise<ResultsOrigin> {
  const read = await readOrigin(db, year, past)
  if (isRefusal(read)) throw new Error(read.code)
  return read.origin
}

/** Names the day that a file is of, for its name and the trail; nothing for one of now. */
function ofDay(asOf: Day | undefined): string {
  return asOf === undefined ? '' : `（按${printDay(asOf)}的情形）`
}
