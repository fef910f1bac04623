import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'

/** 已下达的一轮核查, for the browser tests of the phone: which units, and what each assignment is called. */
export interface LaidRound {
  readonly round: string
  readonly assignments: readonly { readonly id: string; readonly unit: string; readonly unitName: string }[]
}

/** Lays a round of the year's last quarter: these accounts are inspectors, all of them together at each of so many units; then issues it. */
export async function layInspection(committee: BrowserContext, usernames: readonly string[], units: number): Promise<LaidRound> {
  const { request } = committee
  const headers = () => ({ 'idempotency-key': randomUUID() })
  const read = async <T>(path: string): Promise<T> => answerOf(await request.get(path))
  const post = async <T>(path: string, data: object): Promise<T> => answerOf(await request.post(path, { data, headers: headers() }))

  const { inspectors, accounts } = await read<{
    inspectors: readonly { id: string; name: string; username?: string }[]
    accounts: readonly { id: string; username: string; name: string }[]
  }>('/api/years/2018/inspectors')
  const own = accounts.filter(({ username }) => usernames.includes(username))
  const { added } =
    own.length === 0
      ? { added: [] }
      : await post<{ added: readonly { id: string }[] }>('/api/years/2018/inspectors', {
          inspectors: own.map(({ id, name }) => ({ name, account: id })),
        })
  const team = [...inspectors.filter(({ username }) => usernames.includes(username ?? '')), ...added].map(({ id }) => id)
  const span = { quarter: 4, name: '手机核查试用', from: '2018-10-08', to: '2018-12-24' }
  const round = await post<{ id: string; revision: number }>('/api/years/2018/rounds', span)
  const plan = await read<{ units: readonly { id: string; name: string }[] }>(`/api/years/2018/rounds/${round.id}`)
  const assignments: LaidRound['assignments'][number][] = []
  for (const { id, name } of plan.units.slice(0, units)) {
    const made = await post<{ id: string }>(`/api/years/2018/rounds/${round.id}/assignments`, {
      unit: id,
      inspectors: team,
      plannedOn: '2018-12-20',
    })
    assignments.push({ id: made.id, unit: id, unitName: name })
  }
  const now = await read<{ round: { revision: number } }>(`/api/years/2018/rounds/${round.id}`)
  await post(`/api/years/2018/rounds/${round.id}/issue`, { revision: now.round.revision })
  return { round: round.id, assignments }
}

async function answerOf<T>(answer: { ok(): boolean; url(): string; text(): Promise<string>; json(): Promise<T> }): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${await answer.text()}`)
  return answer.json()
}
