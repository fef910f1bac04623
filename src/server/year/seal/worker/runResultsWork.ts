import { Worker } from 'node:worker_threads'
import { makeResults, type TellProgress } from './makeResults.ts'
import type { ResultsMade, ResultsReply, ResultsWork } from './resultsWork.ts'

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
  return isLight(work) ? makeResults(work, tell) : inThread(work, tell, signal)
}

function isLight({ make, origin }: ResultsWork): boolean {
  return (
    make !== 'workbook' &&
    origin.kind === 'live' &&
    origin.facts.reduce((sum, page) => sum + page.count, 0) < FEW_FACTS
  )
}

function inThread(work: ResultsWork, tell: TellProgress, signal?: AbortSignal): Promise<ResultsMade> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./resultsWorker.ts', import.meta.url), {
      workerData: work,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const stop = (): void => void worker.terminate()
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (reply: ResultsReply) => {
      if ('stage' in reply) tell(reply.stage, reply.progress)
      else if ('made' in reply) resolve(reply.made)
      else reject(new Error(reply.fault))
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error('the thread has ended'))
    })
  })
}
