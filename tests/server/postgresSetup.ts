import { createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startPostgres, type TestPostgres } from './startPostgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** the port at which a test asks for the run's PostgreSQL. */
    readonly postgresDesk: number
  }
}

/** One PostgreSQL for the whole run, started when the first test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  let started: Promise<Pick<TestPostgres, 'url'> & Partial<TestPostgres>> | undefined
  const desk = createServer(socket => {
    socket.on('error', () => {})
    started ??= given === undefined ? startPostgres() : Promise.resolve({ url: given })
    started.then(
      ({ url }) => socket.end(JSON.stringify({ url })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    )
  })
  await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve))
  project.provide('postgresDesk', (desk.address() as { readonly port: number }).port)
  return async () => {
    desk.close()
    await started?.then(server => server.stop?.()).catch(() => {})
  }
}
