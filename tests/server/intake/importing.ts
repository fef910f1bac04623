import { expect } from 'vitest'
import { writeFactsTemplate } from '../../../src/files/facts/writeFactsTemplate.ts'
import type { Prefill } from '../../../src/files/facts/factsRows.ts'
import type { Scheme } from '../../../src/domain/scheme/scheme.ts'
import type { Said, Visitor } from '../office.ts'

/** The preview of an import, as far as tests look at it. */
export interface Preview {
  readonly id: string
  readonly state: string
  readonly fault?: string
  readonly rows?: { readonly in: number; readonly accepted: number; readonly refused: number }
  readonly twin?: { readonly by: string }
  readonly outdated: boolean
  readonly reasons: number
  readonly unfit: readonly { readonly sheet: string; readonly found: readonly string[] }[]
  readonly choice?: Readonly<Record<string, unknown>>
  readonly plan?: {
    readonly number: number
    readonly units: Readonly<Record<string, number>>
    readonly holders: Readonly<Record<string, number>>
    readonly facts: readonly {
      readonly kind: string
      readonly added: number
      readonly same: number
      readonly refused: number
      readonly withdrawn: number
    }[]
    readonly history: readonly { readonly added: number; readonly same: number }[]
    readonly blockers: readonly string[]
    readonly nothingNew: boolean
  }
}

/** A workbook with this content, as a clerk would have filled it. */
export function aFilledWorkbook(scheme: Scheme, content: Prefill): Promise<Uint8Array> {
  return writeFactsTemplate(scheme, content)
}

/** Sends a file. */
export function upload(
  visitor: Visitor,
  year: number,
  bytes: Uint8Array,
  name = '年度事实.xlsx',
  key?: string,
  headings = '',
): Promise<Said> {
  const query = new URLSearchParams({ name, ...(headings !== '' && { as: headings }) })
  return visitor.ask(`POST /api/years/${year}/intakes?${query}`, {
    body: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
    key,
  })
}

/** Sends a file and waits for its preview. */
export async function previewOf(
  visitor: Visitor,
  year: number,
  bytes: Uint8Array,
  name?: string,
  headings?: string,
): Promise<Preview> {
  const sent = await upload(visitor, year, bytes, name, undefined, headings)
  expect(sent.status, sent.text).toBe(200)
  return settled(visitor, year, String(sent.body['id']))
}

/** Waits until nothing of the import is under way any more. It works in this thread, so each question delays it: they come less and less often. */
export async function settled(visitor: Visitor, year: number, id: string): Promise<Preview> {
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 500)) {
    const preview = (await visitor.ask(`GET /api/years/${year}/intakes/${id}`)).body as never as Preview
    if (!['waiting', 'reading', 'planning'].includes(preview.state)) return preview
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}

/** Chooses how to import and waits for the new preview. */
export async function choose(
  visitor: Visitor,
  year: number,
  { id, choice }: Preview,
  change: object,
): Promise<Preview> {
  const chosen = await visitor.ask(`POST /api/years/${year}/intakes/${id}/choice`, {
    body: { choice: { ...choice, ...change } },
  })
  expect(chosen.status, chosen.text).toBe(200)
  return settled(visitor, year, id)
}

/** Commits what the preview shows. */
export function commit(
  visitor: Visitor,
  year: number,
  { id, plan }: Preview,
  partial = false,
  key?: string,
): Promise<Said> {
  const body = { plan: plan?.number ?? 1, partial }
  return visitor.ask(`POST /api/years/${year}/intakes/${id}/commit`, {
    body,
    key,
  })
}
