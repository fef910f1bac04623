import { attributeOf, decodeCellText } from './xmlText.ts'
import type { XmlReceiver } from './xmlScanner.ts'

/** 部件间的关系: id, kind (the last word of its type) and the path that it points to. */
export interface PartRelation {
  readonly id: string
  readonly kind: string
  readonly path: string
}

/** 工作簿里登记的一张表. */
export interface SheetListing {
  readonly name: string
  readonly relation: string
  readonly hidden: boolean
}

/** 关系部件的接收; targets are resolved against the folder of the part that they belong to. */
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

/** 工作簿部件的接收: its sheets in order and the date system. */
export function workbookReceiver(): XmlReceiver & {
  readonly sheets: readonly SheetListing[]
  since1904: boolean
} {
  const sheets: SheetListing[] = []
  const receiver = {
    sheets,
    since1904: false,
    open(name: string, attributes: string) {
      if (name === 'workbookPr')
        receiver.since1904 = ['1', 'true', 'on'].includes(attributeOf(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        relation: attributeOf(attributes, 'id') ?? '',
        hidden,
      })
    },
    close() {},
    text() {},
  }
  return receiver
}

/** 共享文字的接收: one text per `si`, its runs joined, phonetic guides left out. */
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
