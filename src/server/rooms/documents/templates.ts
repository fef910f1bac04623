import { createHash } from 'node:crypto'
import { sampleData } from '../../../contract/documents/documentField.ts'
import type { DocumentKind } from '../../../contract/documents/documentKind.ts'
import { documentKinds, findKind } from '../../../contract/documents/documentKinds.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { Actor } from '../../platform/access/actor.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { Transaction } from '../../platform/database/openDatabase.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { shownName } from '../../platform/http/shownName.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { keepFile } from './documents.store.ts'
import { checkInThread, DOCX, fillInThread, sampleInThread, templateOf } from './fillInThread.ts'
import { findTemplate, insertTemplate, listTemplates, type StoredTemplate } from './templates.store.ts'

type Kept = Answered<'POST /api/documents/templates/:kind'>

const UNKNOWN = refuse('notFound', { what: '这个文种' })
const OURS = '随软件提供的模板'

/** Lists the templates by kind, with their versions. */
export async function viewTemplates({
  context,
}: Served<'GET /api/documents/templates'>): Promise<Answered<'GET /api/documents/templates'>> {
  const all = await listTemplates(context.db)
  return {
    templates: documentKinds
      .filter(({ isEditable }) => isEditable)
      .map(({ id, name, citation }) => {
        const versions = all.filter(({ kind }) => kind === id)
        const [latest] = versions
        return {
          kind: id,
          name,
          citation,
          version: latest === undefined || latest.hash === null ? 0 : latest.version,
          versions: versions.map(one => ({
            version: one.version,
            name: one.name,
            ours: one.hash === null,
            by: one.keptBy,
            at: toInstant(one.keptAt),
          })),
        }
      }),
  }
}

/** Checks a template that was sent; puts it in force if asked and nothing is wrong with it. `notFound`, `templateFaulty`, and those of `readWord`. */
export async function keepTemplate({
  context,
  actor,
  change,
  params: { kind: id },
  query,
  raw,
}: Served<'POST /api/documents/templates/:kind'>): Promise<Kept | Refusal> {
  const kind = findEditable(id)
  if (kind === undefined) return UNKNOWN
  const [name, bytes] = [shownName(query.name), uploadedBytes(raw)]
  const found = await checkInThread(name, bytes, id)
  if (isRefusal(found)) return found
  const findings = [...found]
  if (query.step === 'check') return { findings }
  const faults = findings.filter(({ weight }) => weight === 'fault')
  if (faults.length > 0) return refuse('templateFaulty', { name, count: faults.length })
  const hash = createHash('sha256').update(bytes).digest('hex')
  return change(async tx => {
    await keepFile(tx, hash, bytes)
    const { version, event } = await putInForce(tx, context, actor, kind, { hash, name })
    return { answer: { findings, version }, events: [event] }
  })
}

/** Fills a template that was sent with made data, so that it can be looked at before it is in force. `notFound`, `templateFaulty`, and those of `readWord`. */
export async function trySample({
  params: { kind: id },
  query,
  raw,
}: Served<'POST /api/documents/templates/:kind/sample.docx'>): Promise<FileAnswer | Refusal> {
  const kind = findEditable(id)
  if (kind === undefined) return UNKNOWN
  const [name, bytes] = [shownName(query.name), uploadedBytes(raw)]
  const found = await checkInThread(name, bytes, id)
  if (isRefusal(found)) return found
  const count = found.filter(({ weight }) => weight === 'fault').length
  if (count > 0) return refuse('templateFaulty', { name, count })
  const content = await sampleInThread(name, bytes, sampleData(kind.fields))
  return isRefusal(content) ? content : { name: `${kind.name}样张.docx`, type: DOCX, content, foreign: true }
}

/** Goes back to the template that ships, or to an earlier version. `notFound`. */
export async function useTemplate({
  context,
  actor,
  change,
  params: { kind: id },
  body: { version: wanted },
}: Served<'POST /api/documents/templates/:kind/use'>): Promise<{ version: number } | Refusal> {
  const kind = findEditable(id)
  if (kind === undefined) return UNKNOWN
  return change(async tx => {
    const earlier = wanted === 0 ? { hash: null, name: OURS } : await findTemplate(tx, id, wanted)
    if (earlier === undefined) return refuse('notFound', { what: `模板第${wanted}版` })
    const { version, event } = await putInForce(tx, context, actor, kind, earlier)
    return { answer: { version }, events: [event] }
  })
}

/** Finds a kind whose template an office may keep. */
function findEditable(id: string): DocumentKind | undefined {
  const kind = findKind(id)
  return kind?.isEditable ? kind : undefined
}

async function putInForce(
  tx: Transaction,
  context: AppContext,
  actor: Actor,
  { id, name }: DocumentKind,
  template: Pick<StoredTemplate, 'hash' | 'name'>,
) {
  const version = await insertTemplate(tx, {
    kind: id,
    hash: template.hash,
    name: template.name,
    keptBy: actor.name,
    keptAt: context.now().toISOString(),
  })
  const values = { name, version, file: template.name }
  return { version, event: { kind: 'templateKept', values } as const }
}

/** Answers a version of a template, or that version filled with made data. `notFound`. */
export async function downloadTemplate({
  context,
  params: { kind: id },
  query: { version, sample },
}: Served<'GET /api/documents/templates/:kind/template.docx'>): Promise<FileAnswer | Refusal> {
  const kind = findEditable(id)
  const template = kind && (await templateOf(context.db, id, version))
  if (template === undefined) return refuse('notFound', { what: '这个模板' })
  const [bytes] =
    sample === undefined ? [template.bytes] : await fillInThread(template, [sampleData(kind!.fields)])
  const name = `${kind!.name}${sample === undefined ? '模板' : '样张'}.docx`
  return { name, type: DOCX, content: bytes!, foreign: true }
}
