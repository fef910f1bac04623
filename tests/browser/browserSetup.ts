import { createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type Site, startSite } from './startSite.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** the port at which a test asks for the run's site and browser. */
    readonly siteDesk: number
  }
}

const UNITS = 60

/** One server and one Chromium for the whole run, started when the first browser test asks for them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Site> | undefined
  const desk = createServer(socket => {
    socket.on('error', () => {})
    started ??= startSite(UNITS, text => process.stderr.write(`${text}\n`))
    started.then(
      ({ address, browser }) => socket.end(JSON.stringify({ address, browser })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    )
  })
  await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve))
  project.provide('siteDesk', (desk.address() as { readonly port: number }).port)
  return async () => {
    desk.close()
    await started?.then(site => site.stop()).catch(() => {})
  }
}
