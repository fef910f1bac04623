import { parentPort, workerData } from 'node:worker_threads'
import { makeResults } from './makeResults.ts'
import type { ThreadReport } from '../../../platform/threads/workInThread.ts'
import type { ResultsMade, ResultsWork } from './resultsWork.ts'

const port = parentPort!
const say = (reply: ThreadReport<ResultsMade>, moved: ArrayBuffer[] = []): void =>
  port.postMessage(reply, moved)

try {
  const made = await makeResults(workerData as ResultsWork, (stage, progress) => say({ stage, progress }))
  say({ made })
} catch (error) {
  say({ fault: String((error as Error).stack ?? error) })
}
