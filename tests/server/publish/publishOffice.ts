import { expect } from 'vitest'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { upholdObjections } from '../upholdObjections.ts'

/** The address of the demo year's publication. */
export const AT = '/api/years/2018/publication'

/** A plan as it is answered. */
interface Plan {
  readonly revision: number
  readonly standing: string
}

/** The demo year of 24 units, on its day of 24 December, with who works on it. */
export async function openToPublish(database: Parameters<typeof openOffice>[0]) {
  const office = await openOffice(database)
  await layDemoYear(office.context, 24)
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
  const publication = async (who: Visitor = committee) =>
    (await who.ask(`GET ${AT}`)).body as unknown as {
      readonly plan?: Plan
      readonly outdated: readonly string[]
      readonly units: readonly {
        readonly unit: string
        readonly unitName: string
        readonly boards: readonly object[]
      }[]
    }
  const act = async (what: string, body: object = {}) =>
    committee.ask(`POST ${AT}/${what}`, {
      body: { ...body, revision: (await publication()).plan?.revision ?? 1 },
    })
  const release = async () => {
    await upholdObjections(async (route, body) => (await committee.ask(route, body && { body })).body)
    const { revision } = (await committee.ask('GET /api/years/2018')).body
    await committee.ask('POST /api/years/2018/seals', { body: { revision } })
    await leading.ask('POST /api/years/2018/seals/1/approve', { body: {} })
    expect((await committee.ask('POST /api/years/2018/release', { body: { seal: 1 } })).status).toBe(200)
  }
  return { office, committee, leading, publication, act, release }
}

/** A plan as it is sent first. */
export const plan = {
  parts: ['report', 'ballots', 'grade'],
  from: '2018-12-24',
  to: '2018-12-31',
  comments: 'held',
  revision: 0,
}

/** Reads and writes the public site of an office: no session, no script. */
export function siteOf(office: () => Office) {
  async function read(path: string) {
    const { statusCode, body, headers } = await office().app.inject({ url: path })
    return { status: statusCode, page: body, headers }
  }
  async function write(path: string, fields: Readonly<Record<string, string>>, address = '10.0.0.1') {
    const { statusCode, body, headers } = await office().app.inject({
      method: 'POST',
      url: path,
      remoteAddress: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
    return { status: statusCode, page: body, to: headers['location'] }
  }
  return { read, write }
}
