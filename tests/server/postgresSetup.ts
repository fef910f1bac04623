import { createServer } from 'node:net'
import pg from 'pg'
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
  const run = `hengping_test_${process.pid}`
  let started: Promise<Pick<TestPostgres, 'url'> & Partial<TestPostgres>> | undefined
  const desk = createServer(socket => {
    socket.on('error', () => {})
    started ??= given === undefined ? startPostgres() : Promise.resolve({ url: given })
    started.then(
      ({ url }) => socket.end(JSON.stringify({ url, run })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    )
  })
  await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve))
  project.provide('postgresDesk', (desk.address() as { readonly port: number }).port)
  return async () => {
    desk.close()
    const server = await started?.catch(() => undefined)
    if (server?.stop !== undefined) await server.stop()
    else if (server !== undefined) await clearUp(server.url, run)
  }
}

/** A server that was lent to us is given back as it was. */
async function clearUp(url: string, run: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const drop = async (kind: string, query: string): Promise<void> => {
    for (const { name } of (await client.query<{ name: string }>(query, [`${run}\\_%`])).rows)
      await client.query(`drop ${kind} "${name}"`)
  }
  await drop('database', 'select datname as name from pg_database where datname like $1')
  await drop('role', 'select rolname as name from pg_roles where rolname like $1')
  await client.end()
}
