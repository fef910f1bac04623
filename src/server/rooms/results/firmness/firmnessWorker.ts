import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadReport } from '../../../platform/threads/workInThread.ts'
import type { FirmnessFigures } from './firmness.tables.ts'
import { type FirmnessWork, makeFirmness } from './makeFirmness.ts'

const say = (reply: ThreadReport<FirmnessFigures>): void => parentPort!.postMessage(reply)

try {
  say({ made: makeFirmness(workerData as FirmnessWork, (stage, progress) => say({ stage, progress })) })
} catch (error) {
  say({ fault: String((error as Error).stack ?? error) })
}
