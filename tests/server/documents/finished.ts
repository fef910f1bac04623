import type { Visitor } from '../office.ts'

/** Waits for the end of a background job. */
export async function finished(who: Visitor, job: unknown) {
  for (;;) {
    const { body } = await who.ask(`GET /api/jobs/${String(job)}`)
    if (body['state'] !== 'waiting' && body['state'] !== 'running') return body
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
