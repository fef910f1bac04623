import { attributeOf, decodeCellText } from './xmlText.ts'
import type { XmlReceiver } from './xmlScanner.ts'

/** A relation between parts: id, kind (the last word of its type) and target path. */
export interface PartRelation {
  readonly id: string
  readonly kind: string
  readonly path: string
}

/** A sheet listed in the workbook. */
interface SheetListing {
  readonly name: string
  readonly relation: string
  readonly hidden: boolean
}

/** Creates a receiver for the relations part; targets are resolved against the folder of the part they belong to. */
export function relationReceiver(
  folder: string,
): XmlReceiver & { readonly relations: readonly PartRelation[] } {
  const relations: PartRelation[] = []
  return {
    relations,
    open(name, attributes) {
      if (name !== 'Relationship') return
      const kind = attributeOf(attributes, 'Type')?.split('/').at(-1) ?? ''
      if (attributeOf(attributes, 'TargetMode') === 'External') return
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        kind,
        path: resolvePath(folder, attributeOf(attributes, 'Target') ?? ''),
      })
    },
    close() {},
    text() {},
  }
}

/** Creates a receiver for the workbook part: its sheets in order and the date system, which only the `workbookPr` right below the root decides. */
export function workbookReceiver(): XmlReceiver & {
  readonly sheets: readonly SheetListing[]
  since1904: boolean
} {
  const sheets: SheetListing[] = []
  let [depth, main] = [0, '']
  const receiver = {
    sheets,
    since1904: false,
    open(name: string, attributes: string, prefix: string) {
      if (depth++ === 0) main = prefix
      if (name === 'workbookPr' && depth === 2 && prefix === main)
        receiver.since1904 = ['1', 'true', 'on'].includes(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        relation: attributeOf(attributes, 'id') ?? '',
        hidden,
      })
    },
    close: () => void depth--,
    text() {},
  }
  return receiver
}

/** Creates a receiver for the shared strings: one text per `si`, its runs joined, phonetic guides omitted. */
export function stringReceiver(): XmlReceiver & { readonly strings: readonly string[] } {
  const strings: string[] = []
  let [raw, inText, inPhonetic] = ['', false, false]
  return {
    strings,
    open(name) {
      if (name === 'si') raw = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    close(name) {
      if (name === 'si') strings.push(decodeCellText(raw))
      else if (name === 'rPh') inPhonetic = false
      else if (name === 't') inText = false
    },
    text(piece) {
      if (inText) raw += piece
    },
  }
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
