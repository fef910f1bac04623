import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { post, read, type Visitor } from './browse.ts'

const BASE = '/api/years/2018/surveys'

/** Leaves two surveys past the pages, one to be called and one whose file has come: without them nobody comes to their pages. Returns those that only one of the two, or only the surveyor, is led to. */
export async function standingSurveys(
  committee: Visitor,
): Promise<{ readonly all: readonly string[]; readonly surveyor: readonly string[] }> {
  const { components } = await read<{ readonly components: readonly { readonly id: string }[] }>(
    committee,
    BASE,
  )
  const component = components[0]!.id
  const { sizes } = await read<{
    readonly sizes: readonly { unit: string; unitName: string; group: string; groupName: string }[]
  }>(committee, `${BASE}/sizes?component=${component}&halfWidth=20`)
  const asked = sizes.slice(0, 4)
  const entrusted = async (way: 'calls' | 'file') => {
    const commission = {
      title: way === 'calls' ? '电话调查' : '统计局自行调查',
      way,
      surveyor: '州统计局',
      begins: '2018-12-20',
      ends: '2018-12-31',
      deleteOn: '2019-01-31',
      complaint: '0871-12340',
      halfWidth: 20,
      groupReadsOpinions: false,
      mostAttempts: 6,
      hours: [{ from: '18:30', to: '21:00' }],
      sizes: asked.map(({ unit, group }) => ({ unit, group, size: 12 })),
    }
    const { id, revision } = await post<{ readonly id: string; readonly revision: number }>(committee, BASE, {
      component,
      commission,
    })
    await post(committee, `${BASE}/${id}/entrust`, { revision })
    return id
  }
  const [calls, file] = [await entrusted('calls'), await entrusted('file')]
  const lines = asked.map(({ unitName, groupName }, at) => `${unitName},${groupName},${20 - at},${4 + at}`)
  const answer = await committee.context.request.post(
    `${BASE}/${file}/file?name=${encodeURIComponent('结果.csv')}&kind=tallies`,
    {
      data: Buffer.from(['单位,对象,满意,不满意', ...lines].join('\n')),
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
    },
  )
  if (!answer.ok()) throw new Error(await answer.text())
  const { id: sent } = (await answer.json()) as { readonly id: string }
  // Runs before the tests, where `expect.poll` cannot be asked.
  for (let state = ''; state !== 'read'; await sleep(50)) {
    const { imports } = await read<{ readonly imports: readonly { readonly state: string }[] }>(
      committee,
      `${BASE}/${file}/file`,
    )
    state = imports[0]!.state
  }
  await post(committee, `${BASE}/${file}/file/${sent}/keep`, {})
  const page = (id: string, name: string) => `/2018/surveys/${id}/${name}`
  return {
    all: [page(calls, 'commission'), page(calls, 'questionnaire'), page(file, 'file'), page(file, 'results')],
    surveyor: [page(calls, 'calls')],
  }
}
