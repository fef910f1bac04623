/** 已下达的一轮核查, for what is tried on phones: which units, and what each assignment is called. */
export interface LaidRound {
  readonly round: string
  readonly assignments: readonly { readonly id: string; readonly unit: string; readonly unitName: string }[]
}

/** 怎样向服务器读和写, as the committee. */
export interface Desk {
  read<T>(path: string): Promise<T>
  post<T>(path: string, data: object): Promise<T>
}

/** Lays a round of the year's last quarter: these accounts are inspectors, all of them together at each of so many units; then issues it. */
export async function layInspection(
  { read, post }: Desk,
  usernames: readonly string[],
  units: number,
  name = '手机核查试用',
): Promise<LaidRound> {
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
  const team = [...inspectors.filter(({ username }) => usernames.includes(username ?? '')), ...added].map(
    ({ id }) => id,
  )
  const span = { quarter: 4, name, from: '2018-10-08', to: '2018-12-24' }
  const round = await post<{ id: string; revision: number }>('/api/years/2018/rounds', span)
  const plan = await read<{ units: readonly { id: string; name: string }[] }>(
    `/api/years/2018/rounds/${round.id}`,
  )
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
