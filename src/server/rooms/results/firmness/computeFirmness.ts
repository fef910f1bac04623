import { sentenceOfRefusal } from '../../../../contract/shape/refusalSentences.ts'
import { isRefusal, type Refusal, refuse } from '../../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import type { JobContext, JobFile } from '../../../platform/jobs/createJobs.ts'
import { csvFile } from '../../../platform/jobs/csvFile.ts'
import { startJob } from '../../../platform/jobs/startJob.ts'
import { workInThread } from '../../../platform/threads/workInThread.ts'
import type { ScoredYear } from '../../../year/outcome/scoredYear.ts'
import { readOrigin, sealedOrigin } from '../../../year/seal/readOrigin.ts'
import { yearFor } from '../yearFor.ts'
import { basisOf, saveFirmness } from './firmness.store.ts'
import type { FirmnessFigures } from './firmness.tables.ts'
import type { FirmnessWork } from './makeFirmness.ts'
import { printFirmness } from './printFirmness.ts'

const REPEATS = 2000
const MOST_MEMORY_MB = 2048

/** Computes how firm the ranking is, in a background job. The same state of the year gives the same figures. `cannotScore`, `tooManyJobs`. */
export async function computeFirmness({
  context,
  actor,
  change,
  params: { year },
}: Served<'POST /api/years/:year/firmness'>): Promise<{ readonly job: string } | Refusal> {
  const shown = await yearFor(context, actor, 'computeFirmness', year)
  if (isRefusal(shown)) return shown
  const { scored } = shown
  if (scored.outcome === undefined)
    return refuse('cannotScore', { reasons: scored.refusals.map(sentenceOfRefusal).join('；') })
  return startJob(
    { context, actor, change },
    {
      kind: 'firmness',
      name: `${year}年度名次稳固程度`,
      year,
      event: { kind: 'firmnessComputed', year, values: { repeats: REPEATS } },
      work: desk => compute(context, scored, actor.name, desk),
    },
  )
}

async function compute(
  context: AppContext,
  scored: ScoredYear,
  computedBy: string,
  { tell, signal }: JobContext,
): Promise<JobFile> {
  const { year } = scored
  const { origin, basis } = await originOf(context, scored)
  const work: FirmnessWork = { origin, repeats: REPEATS, seed: `${year}年度 ${basis}` }
  const module = new URL('./firmnessWorker.ts', import.meta.url)
  const figures = await workInThread<FirmnessFigures>(module, work, MOST_MEMORY_MB, tell, signal)
  await saveFirmness(context.db, {
    year,
    basis,
    figures,
    computedBy,
    computedAt: context.now().toISOString(),
  })
  return csvFile(`${year}年度名次稳固程度`, printFirmness(figures))
}

async function originOf({ db }: AppContext, scored: ScoredYear) {
  if (scored.seal !== undefined)
    return { origin: await sealedOrigin(db, scored.year, scored.seal), basis: basisOf(scored) }
  const read = await readOrigin(db, scored.year)
  if (isRefusal(read)) throw new Error(read.code)
  return { origin: read.origin, basis: `${read.revision} ${read.version}` }
}
