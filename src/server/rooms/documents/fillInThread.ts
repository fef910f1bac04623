import type { DocumentData } from '../../../contract/documents/documentField.ts'
import type { fillTemplates } from '../../../files/documents/fillTemplate.ts'
import { shippedTemplate } from '../../../files/documents/shippedTemplates.ts'
import type { readWord } from '../../../files/word/readWord.ts'
import { createThreads } from '../../platform/threads/threads.ts'

const threads = createThreads({ most: 1, seconds: 60, megabytes: 512 })
const FILL = new URL('../../../files/documents/fillTemplate.ts', import.meta.url)
const READ = new URL('../../../files/word/readWord.ts', import.meta.url)

/** A template in force: its bytes, and what is written beside a document that was made with it. */
export interface TemplateInForce {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Returns the template of a kind in force. */
export async function templateOf(kind: string): Promise<TemplateInForce> {
  return { bytes: await shippedTemplate(kind), name: '随软件提供的模板' }
}

/** Fills one template with several data, away from everybody else. */
export function fillInThread(
  { bytes }: TemplateInForce,
  all: readonly DocumentData[],
): Promise<readonly Uint8Array[]> {
  // A thread takes the bytes over.
  return threads.run<typeof fillTemplates>(FILL, 'fillTemplates', bytes.slice(), all)
}

/** Reads a document back as paragraphs and tables. */
export async function readInThread(bytes: Uint8Array) {
  const read = await threads.run<typeof readWord>(READ, 'readWord', '公文.docx', bytes.slice())
  return 'parts' in read ? read.parts : []
}
