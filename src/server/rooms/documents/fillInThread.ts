import type { DocumentData } from '../../../contract/documents/documentField.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import type { PaperFinding } from '../../../contract/documents/paperFinding.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { checkTemplate } from '../../../files/documents/checkTemplate.ts'
import type { fillTemplates } from '../../../files/documents/fillTemplate.ts'
import type { checkStyle } from '../../../files/documents/style/checkStyle.ts'
import { shippedTemplate, templateAround } from '../../../files/documents/shippedTemplates.ts'
import type { readWord } from '../../../files/word/readWord.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import { createThreads, ThreadGaveUp } from '../../platform/threads/threads.ts'
import type { Composed } from './composeDocument.ts'
import { readFiles } from './documents.store.ts'
import { findTemplate } from './templates.store.ts'

/** The media type of .docx. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const threads = createThreads({ most: 1, seconds: 180, megabytes: 512 })
/** A batch fills one template thousands of times: its waste is collected early instead of growing the thread. */
const fillers = createThreads({ most: 1, seconds: 180, megabytes: 128, youngMegabytes: 16 })
const FILES = '../../../files'
const FILL = new URL(`${FILES}/documents/fillTemplate.ts`, import.meta.url)
const CHECK = new URL(`${FILES}/documents/checkTemplate.ts`, import.meta.url)
const STYLE = new URL(`${FILES}/documents/style/checkStyle.ts`, import.meta.url)
const READ = new URL(`${FILES}/word/readWord.ts`, import.meta.url)

/** A template: its bytes, and what is written beside a document that was made with it. */
export interface UsedTemplate {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Returns the template of a kind in force, or a version of it; 0 is the one that ships. */
export async function templateOf(
  db: Database,
  kind: string,
  version?: number,
): Promise<UsedTemplate | undefined> {
  const row = version === 0 ? undefined : await findTemplate(db, kind, version)
  if (row === undefined && version !== undefined && version !== 0) return undefined
  if (row === undefined || row.hash === null)
    return { bytes: await shippedTemplate(kind), name: '随软件提供的模板' }
  const bytes = (await readFiles(db, [row.hash])).get(row.hash)!
  return { bytes, name: `模板第${row.version}版“${row.name}”` }
}

/** Fills one template with several data, away from everybody else. */
export function fillInThread(
  { bytes }: UsedTemplate,
  all: readonly DocumentData[],
): Promise<readonly Uint8Array[]> {
  // A thread takes the bytes over.
  return fillers.run<typeof fillTemplates>(FILL, 'fillTemplates', bytes.slice(), all)
}

/** Fills a template that somebody sent, and that was checked. */
export async function sampleInThread(
  name: string,
  bytes: Uint8Array,
  data: DocumentData,
): Promise<Uint8Array | Refusal> {
  const made = await bounded(
    name,
    threads.run<typeof fillTemplates>(FILL, 'fillTemplates', bytes.slice(), [data]),
  )
  return isRefusal(made) ? made : made[0]!
}

/** Fills the template of a kind with composed documents; a text that a room laid out itself stands in a template of its own. */
export async function fillComposed(
  kind: string,
  template: UsedTemplate,
  all: readonly Composed[],
): Promise<readonly Uint8Array[]> {
  if (all.every(({ blocks }) => blocks === undefined))
    return fillInThread(
      template,
      all.map(({ data }) => data),
    )
  const files: Uint8Array[] = []
  for (const { blocks, data } of all) {
    const bytes = await templateAround(findKind(kind)!, blocks)
    files.push(...(await fillInThread({ ...template, bytes }, [data])))
  }
  return files
}

/** Checks a template that somebody sent. */
export function checkInThread(
  name: string,
  bytes: Uint8Array,
  kind: string,
): Promise<readonly PaperFinding[] | Refusal> {
  return bounded(name, threads.run<typeof checkTemplate>(CHECK, 'checkTemplate', name, bytes.slice(), kind))
}

/** Checks the style of a file that somebody sent. */
export function styleInThread(name: string, bytes: Uint8Array): Promise<readonly PaperFinding[] | Refusal> {
  return bounded(name, threads.run<typeof checkStyle>(STYLE, 'checkStyle', name, bytes.slice()))
}

/** Reads a document back as paragraphs and tables. */
export async function readInThread(bytes: Uint8Array) {
  const read = await threads.run<typeof readWord>(READ, 'readWord', '公文.docx', bytes.slice())
  return 'parts' in read ? read.parts : []
}

/** A file of others that takes too long or too much is refused. */
async function bounded<T>(name: string, work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ThreadGaveUp) return refuse('fileUnsafe', { name, why: '读起来太费时' })
    throw error
  }
}
