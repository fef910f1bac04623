import Template from 'docxtemplater'
import Zip from 'pizzip'
import type { DocumentData } from '../../contract/documents/documentField.ts'
import { templateOptions } from './templateOptions.ts'

/** Fills a template with data; placeholders without a value stay empty. The template has been checked before. */
export function fillTemplate(template: Uint8Array, data: DocumentData): Uint8Array {
  const filled = new Template(new Zip(template), templateOptions())
  filled.render(data)
  return filled.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Fills one template with several data. Meant for a thread of its own. */
export function fillTemplates(template: Uint8Array, all: readonly DocumentData[]): readonly Uint8Array[] {
  return all.map(data => fillTemplate(template, data))
}
