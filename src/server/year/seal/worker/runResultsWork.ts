import { workInThread } from '../../../platform/threads/workInThread.ts'
import { makeResults, type TellProgress } from './makeResults.ts'
import type { ResultsMade, ResultsWork } from './resultsWork.ts'

/** The most memory of the thread, so that making results does not exhaust the server. */
const MOST_MEMORY_MB = 6144

/** Below this many facts, starting a thread would take longer than the work. */
const FEW_FACTS = 10_000

/** Makes results, in a thread if it takes long, so that the server goes on answering; aborting ends the thread. Rejects when the work is interrupted. */
export function runResultsWork(
  work: ResultsWork,
  tell: TellProgress = () => {},
  signal?: AbortSignal,
): Promise<ResultsMade> {
  if (isLight(work)) return makeResults(work, tell)
  return workInThread(new URL('./resultsWorker.ts', import.meta.url), work, MOST_MEMORY_MB, tell, signal)
}

function isLight({ make, origin }: ResultsWork): boolean {
  return (
    make !== 'workbook' &&
    origin.kind === 'live' &&
    origin.facts.reduce((sum, page) => sum + page.count, 0) < FEW_FACTS
  )
}
