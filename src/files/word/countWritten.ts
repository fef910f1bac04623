import { xmlScanner, type XmlFault } from '../xlsx/xmlScanner.ts'

interface Element {
  readonly name: string
  count: number
  isDropped: boolean
  /** characters of the first of two ways to show the same (mc:Choice), until the second comes. */
  choice: number
}

/** Counts the characters that a document shows with all tracked changes accepted, apart from its reader: what it did not read can then be told. */
export function countWritten(document: string): number | XmlFault {
  const stack: Element[] = [{ name: '', count: 0, isDropped: false, choice: 0 }]
  const fault = readThrough(document, stack)
  return fault ?? stack[0]!.count
}

function readThrough(document: string, stack: Element[]): XmlFault | undefined {
  const scanner = xmlScanner({
    open(name) {
      if (name === 'del' && stack.at(-1)?.name === 'trPr') rowOf(stack).isDropped = true
      stack.push({
        name,
        count: 0,
        isDropped: name === 'del' || name === 'moveFrom' || name === 'rt',
        choice: 0,
      })
    },
    close() {
      const { name, count, isDropped, choice } = stack.pop()!
      const parent = stack.at(-1)!
      if (isDropped) return
      if (name === 'Choice') parent.choice += count
      else if (name === 'AlternateContent') parent.count += count > 0 ? count : choice
      else parent.count += count
    },
    text(raw) {
      const element = stack.at(-1)!
      if (element.name === 't') element.count += raw.replaceAll(/&[^;]*;/g, '&').length
    },
  })
  return scanner.feed(document) ?? scanner.end()
}

function rowOf(stack: readonly Element[]): Element {
  return stack.findLast(({ name }) => name === 'tr') ?? stack[0]!
}
