import type { Visitor } from './office.ts'

/** Waits for the end of a background job. */
export async function finished(who: Visitor, job: unknown) {
  for (;;) {
    const { body } = await who.ask(`GET /api/jobs/${String(job)}`)
    if (body['state'] !== 'waiting' && body['state'] !== 'running') return body
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** Waits for the file that a background job makes. */
export async function fileOf(who: Visitor, job: unknown): Promise<Buffer> {
  const { state, fault } = await finished(who, job)
  if (state !== 'done') throw new Error(String(fault))
  return (await who.ask(`GET /api/jobs/${String(job)}/file`)).raw
}
