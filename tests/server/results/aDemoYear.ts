import type { OnWire } from '../../../src/contract/http/route.ts'
import type { Api } from '../../../src/contract/http/routes.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { fileOf } from '../finished.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { upholdObjections } from '../upholdObjections.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'

/** An answer, as it comes over the wire. */
export type Answered<K extends keyof Api> = OnWire<
  Api[K] extends { readonly answer: infer A } ? A : undefined
>

/** What an address takes: its params (the year is 2018 unless said), its query, and the body of a write. */
export interface Asked {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: object
}

/** The demo year with those who decide about it, signed in. */
export interface DemoYear {
  readonly office: Office
  readonly committee: Visitor
  readonly leading: Visitor
  /** what somebody is answered, which has to be a yes. */
  ask<K extends keyof Api>(who: Visitor, route: K, asked?: Asked): Promise<Answered<K>>
  /** the code with which somebody is refused; nothing where they are not. */
  refused(who: Visitor, route: keyof Api, asked?: Asked): Promise<string | undefined>
  revision(): Promise<number>
  /** decides every objection, which would hold up the seal. */
  uphold(): Promise<void>
  /** seals the year after that. */
  seal(): Promise<Answered<'POST /api/years/:year/seals'>>
  /** a file made in the background. */
  fetch(who: Visitor, body: object): Promise<Buffer>
}

/** Opens the demo year of so many units. */
export async function openDemoYear(database: OpenDatabase, units: number): Promise<DemoYear> {
  const office = await openOffice(database)
  await layDemoYear(office.context, units)
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
  const send = (who: Visitor, route: string, { params = {}, query, body }: Asked) => {
    const path = route.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String({ year: 2018, ...params }[name])),
    )
    const search =
      query === undefined ? '' : `?${new URLSearchParams(query as Readonly<Record<string, string>>)}`
    return who.ask(`${path}${search}`, body === undefined ? {} : { body })
  }
  const year: DemoYear = {
    office,
    committee,
    leading,
    async ask(who, route, asked = {}) {
      const { status, body, text } = await send(who, route, asked)
      if (status !== 200) throw new Error(`${route}: ${text.slice(0, 500)}`)
      return body as never
    },
    refused: async (who, route, asked = {}) => (await send(who, route, asked)).body.code,
    revision: async () => (await year.ask(committee, 'GET /api/years/:year/seals')).revision,
    seal: async () => {
      await year.uphold()
      return year.ask(committee, 'POST /api/years/:year/seals', { body: { revision: await year.revision() } })
    },
    uphold: () =>
      upholdObjections(async (route, body) => (await committee.ask(route, body && { body })).body),
    fetch: async (who, body) =>
      fileOf(who, (await year.ask(who, 'POST /api/years/:year/exports', { body })).job),
  }
  return year
}
