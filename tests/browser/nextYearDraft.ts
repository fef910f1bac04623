import { randomUUID } from 'node:crypto'
import type { Visitor } from './browse.ts'

/** 下一年度的草案 of the demo's scheme, made once: without a draft nobody comes to the page that edits one. */
export async function nextYearDraft({ context }: Visitor): Promise<void> {
  const { versions } = await (await context.request.get('/api/schemes')).json()
  if (versions.some((one: { readonly cycle: number }) => one.cycle === 2019)) return
  const { version } = versions.find((one: { readonly years: readonly number[] }) => one.years.includes(2018))
  const answer = await context.request.post(`/api/schemes/${version}/drafts`, {
    data: { cycle: 2019 },
    headers: { 'idempotency-key': randomUUID() },
  })
  if (!answer.ok()) throw new Error(`next year's draft: ${await answer.text()}`)
}
