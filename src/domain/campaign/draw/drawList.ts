import { compareIds } from '../../kernel/ids.ts'
import { type DrawPurpose, purposeNames } from './drawPurpose.ts'

/** 散列函数: the SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits; whoever asks for a draw brings one. */
export type Hash = (text: string) => string

/** 名单一行: `id` is plain ASCII and stays with the line; a member has the branch it belongs to. No other data of a person is kept. */
export interface DrawLine {
  readonly id: string
  readonly name: string
  readonly branch?: string
}

/** 名单的抬头 as its first line: whose list of what for which year, so that equal lists of two units have unlike fingerprints. */
export function listHead(year: number, unit: string, purpose: DrawPurpose): string {
  return `#${year}\t${unit}\t${purposeNames[purpose]}`
}

/**
 * 名单的规范文本: the heading, then a line each `id⇥name` or `id⇥name⇥branch`, sorted by id, every line ended by a line feed, in UTF-8.
 * Saved as a file, its SHA-256 by any program is the list's fingerprint.
 */
export function listText(head: string | undefined, lines: readonly DrawLine[]): string {
  const sorted = lines.toSorted((one, other) => compareIds(one.id, other.id))
  const texts = sorted.map(({ id, name, branch }) =>
    [id, name, ...(branch === undefined ? [] : [branch])].join('\t'),
  )
  return [...(head === undefined ? [] : [head]), ...texts].map(text => `${text}\n`).join('')
}

/** 名单的读取 from a plain text: a byte order mark, returns and blank lines count for nothing; lines that begin with # are the heading. */
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

/** 名单指纹: the SHA-256 of the canonical text, 64 hexadecimal digits. */
export function fingerprintOf(text: string, hash: Hash): string {
  return hash(text)
}
