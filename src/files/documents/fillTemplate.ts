import Template from 'docxtemplater'
import Zip from 'pizzip'
import type { DocumentData } from '../../contract/documents/documentField.ts'
import { breakTitle } from '../word/breakTitle.ts'
import { breaksBeforeImprint } from './countPages.ts'
import { loosenRun } from './loosenRun.ts'
import { readPaper } from './style/readPaper.ts'
import { templateOptions } from './templateOptions.ts'
import { unnumberImprint } from './unnumberImprint.ts'

const TEXT = 'word/document.xml'

/** Fills a template with data; placeholders without a value stay empty. Page breaks bring the imprint (版记) to an even page. The template has been checked before. */
export function fillTemplate(template: Uint8Array, data: DocumentData): Uint8Array {
  return fillTemplates(template, [data])[0]!
}

/** Fills one template with several data: most letters are as long as the one before, so its page breaks are tried first. Meant for a thread of its own. */
export function fillTemplates(template: Uint8Array, all: readonly DocumentData[]): readonly Uint8Array[] {
  let breaks = 0
  return all.map(data => {
    let zip = render(template, data, breaks)
    const wanted = breaksBeforeImprint(readPaper(partsOf(zip)))
    if (wanted !== breaks) zip = render(template, data, (breaks = wanted))
    if (breaks === 2) zip.file(TEXT, unnumberImprint(zip.files[TEXT]!.asText()))
    return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
  })
}

function render(template: Uint8Array, data: DocumentData, breaks: number): Zip {
  const filled = new Template(new Zip(template), templateOptions())
  const { 标题 } = data
  filled.render({
    ...data,
    标题行: breakTitle(typeof 标题 === 'string' ? 标题 : '').map(行 => ({ 行 })),
    版记另页: Array.from({ length: breaks }, () => ({})),
  })
  const zip = filled.getZip()
  zip.file(TEXT, loosenRun(zip.files[TEXT]!.asText()))
  return zip
}

function partsOf({ files }: Zip): Record<string, Uint8Array> {
  const text = new TextEncoder()
  return Object.fromEntries(
    [TEXT, 'word/styles.xml'].flatMap(part =>
      files[part] === undefined ? [] : [[part, text.encode(files[part].asText())]],
    ),
  )
}
