import Template from 'docxtemplater'
import Zip from 'pizzip'
import type { DocumentData } from '../../contract/documents/documentField.ts'
import { breakTitle } from '../word/breakTitle.ts'
import { breaksBeforeImprint } from './countPages.ts'
import { setBody } from './setBody.ts'
import { readPaper } from './style/readPaper.ts'
import { templateOptions } from './templateOptions.ts'
import { unnumberImprint } from './unnumberImprint.ts'

const [TEXT, STYLES] = ['word/document.xml', 'word/styles.xml'] as const

/** Fills a template with data; placeholders without a value stay empty. Page breaks bring the imprint (版记) to an even page. The template has been checked before. */
export function fillTemplate(template: Uint8Array, data: DocumentData): Uint8Array {
  return fillTemplates(template, [data])[0]!
}

/** Fills one template with several data: most letters are as long as the one before, so its page breaks are tried first. Meant for a thread of its own. */
export function fillTemplates(template: Uint8Array, all: readonly DocumentData[]): readonly Uint8Array[] {
  let breaks = 0
  return all.map(data => {
    let filled = render(template, data, breaks)
    const wanted = breaksBeforeImprint(readPaper(partsOf(filled)))
    if (wanted !== breaks) filled = render(template, data, (breaks = wanted))
    const { zip, text } = filled
    zip.file(TEXT, breaks === 2 ? unnumberImprint(text) : text)
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  })
}

interface Filled {
  readonly zip: Zip
  /** Its text, which has yet to be put in. */
  readonly text: string
}

function render(template: Uint8Array, data: DocumentData, breaks: number): Filled {
  const filled = new Template(new Zip(template), templateOptions())
  const { 标题 } = data
  filled.render({
    ...data,
    标题行: breakTitle(typeof 标题 === 'string' ? 标题 : '').map(行 => ({ 行 })),
    版记另页: Array.from({ length: breaks }, () => ({})),
  })
  const zip = filled.getZip()
  return { zip, text: setBody(zip.files[TEXT]!.asText()) }
}

function partsOf({ zip: { files }, text }: Filled): Record<string, Uint8Array> {
  const encoder = new TextEncoder()
  const styles = files[STYLES]
  return {
    [TEXT]: encoder.encode(text),
    ...(styles && { [STYLES]: encoder.encode(styles.asText()) }),
  }
}
