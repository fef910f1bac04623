import { compareIds } from '../../kernel/ids.ts'
import { type DrawPurpose, purposeNames } from './drawPurpose.ts'

/** The hash function (散列函数): returns the SHA-256 of a text in UTF-8 as 64 lower-case hexadecimal digits. The caller supplies it. */
export type Hash = (text: string) => string

/** One line of a list (名单). `id` is plain ASCII and permanent; a member has a branch. No other personal data is kept. */
export interface DrawLine {
  readonly id: string
  readonly name: string
  readonly branch?: string
}

/** Returns the heading of a list (名单), its first line: year, unit and purpose, so that equal lists of two units have different fingerprints. */
export function listHead(year: number, unit: string, purpose: DrawPurpose): string {
  return `#${year}\t${unit}\t${purposeNames[purpose]}`
}

/**
 * Returns the canonical text of a list (名单): the heading, then one line `id⇥name` or `id⇥name⇥branch`
 * each, sorted by id, ended by line feeds, in UTF-8. The SHA-256 of this text saved as a file is the
 * list's fingerprint.
 */
export function listText(head: string | undefined, lines: readonly DrawLine[]): string {
  const sorted = lines.toSorted((one, other) => compareIds(one.id, other.id))
  const texts = sorted.map(({ id, name, branch }) =>
    [id, name, ...(branch === undefined ? [] : [branch])].join('\t'),
  )
  return [...(head === undefined ? [] : [head]), ...texts].map(text => `${text}\n`).join('')
}

/** Parses a list (名单) from plain text. Ignores a byte order mark, carriage returns and blank lines; lines that begin with # are the heading. */
export function parseListText(text: string): { readonly head?: string; readonly lines: readonly DrawLine[] } {
  const texts = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map(one => one.replace(/[\r\t ]+$/, ''))
    .filter(one => one !== '')
  const heads = texts.filter(one => one.startsWith('#'))
  const lines = texts.filter(one => !one.startsWith('#')).map(toLine)
  return heads.length === 0 ? { lines } : { head: heads.join('\n'), lines }
}

function toLine(text: string): DrawLine {
  const [id = '', name = '', branch = ''] = text.split('\t').map(part => part.trim())
  return branch === '' ? { id, name: name === '' ? id : name } : { id, name, branch }
}

/** Returns the fingerprint of a list (名单指纹): the SHA-256 of its canonical text, 64 hexadecimal digits. */
export function fingerprintOf(text: string, hash: Hash): string {
  return hash(text)
}
