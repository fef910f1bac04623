import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { TestProject } from 'vitest/node'
import { layDemo, layProgram } from './startServer.ts'
import { type Site, startSite } from './startSite.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** the port at which a test asks for the run's site. */
    readonly siteDesk: number
  }
}

const UNITS = 40

/** What a test asks at the desk: the run's site, or a folder with a demo year of so many units. */
export type DeskRequest = { readonly want: 'site' } | { readonly want: 'demo'; readonly units: number }

/** One server and one folder for each size of the demo year for the whole run, made when the first browser test asks for them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let site: Promise<Site> | undefined
  let laid: Promise<string> | undefined
  const program = (): Promise<string> => (laid ??= layProgram())
  const demos = new Map<number, Promise<string>>()
  const demoOf = (units: number): Promise<string> => {
    const folder = demos.get(units) ?? program().then(file => layDemo(file, units))
    demos.set(units, folder)
    return folder
  }
  const answer = async (request: DeskRequest): Promise<object> => {
    if (request.want === 'demo') return { folder: await demoOf(request.units) }
    site ??= program().then(file =>
      startSite(
        file,
        () => demoOf(UNITS),
        text => process.stderr.write(`${text}\n`),
      ),
    )
    const { address, chromium } = await site
    return { address, chromium, program: await program() }
  }
  const desk = createServer(socket => {
    socket.on('error', () => {})
    socket.once('data', chunk => {
      answer(JSON.parse(chunk.toString()) as DeskRequest).then(
        said => socket.end(JSON.stringify(said)),
        (error: Error) => socket.end(JSON.stringify({ error: error.message })),
      )
    })
  })
  await new Promise<void>(resolve => desk.listen(0, '127.0.0.1', resolve))
  project.provide('siteDesk', (desk.address() as { readonly port: number }).port)
  return async () => {
    desk.close()
    await site?.then(one => one.stop()).catch(() => {})
    await laid?.then(path => rmSync(path, { force: true })).catch(() => {})
  }
}
