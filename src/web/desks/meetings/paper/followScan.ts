import { call, type CallAnswer } from '../../../client/call.ts'

const PAUSE = 1000

/** What a background job read of a long scan, or why it stopped. */
interface ScanRest {
  readonly pages: CallAnswer<'POST /api/years/:year/meetings/:meeting/paper/scans'>['pages']
  readonly refused?: string
}

/** Follows the background job that reads a long scan, and says how far it is. Leaving the page does not stop it. */
export async function followScan(job: string, onStage: (stage: string) => void): Promise<ScanRest> {
  for (;;) {
    const { state, stage } = await call('GET /api/jobs/:job', { params: { job } })
    if (state === 'done') {
      const file = await call('GET /api/jobs/:job/file', { params: { job } })
      return JSON.parse(await file.text()) as ScanRest
    }
    if (state !== 'waiting' && state !== 'running')
      return { pages: [], refused: '没有读完；请重新选取文件，已读的页不会重复' }
    onStage(stage)
    await new Promise(resolve => setTimeout(resolve, PAUSE))
  }
}
