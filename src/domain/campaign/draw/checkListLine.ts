import { comparable, isTableFooter } from '../../kernel/comparable.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { DrawLine } from './drawList.ts'

/** A list line (名单) to be saved; one without an id receives it on saving. */
export type NewLine = Omit<DrawLine, 'id'> & { readonly id?: string }

/** A row of a list (名单) to be checked, with its visible row number and original text. */
interface RowOfList {
  readonly row: number
  readonly text: string
  readonly line: NewLine
}

/** A checked list (名单): the valid lines, and the rejected rows, each with its reason. */
export interface ListReading {
  readonly lines: readonly NewLine[]
  readonly refused: readonly { readonly row: number; readonly text: string; readonly why: Refusal }[]
}

/** What stands between the cells (单元格之间) in the text of a row. */
export const BETWEEN_CELLS = '　'

/** The maximum length of a name (姓名), in characters. */
const MOST_NAME = 60

/** Checks a list (名单) line by line and rejects duplicates. */
export function checkListLines(rows: readonly RowOfList[]): ListReading {
  const lines: NewLine[] = []
  const refused: { row: number; text: string; why: Refusal }[] = []
  const byContent = new Map<string, number>()
  const byId = new Map<string, number>()
  for (const { row, text, line } of rows) {
    const content = `${comparable(line.name)}\t${comparable(line.branch ?? '')}`
    const before = byContent.get(content)
    const sameId = line.id === undefined ? undefined : byId.get(line.id)
    const first = text.split(BETWEEN_CELLS)[0] ?? ''
    const why =
      (isTableFooter(first) ? refuse('drawLineFooter', { found: first }) : undefined) ??
      checkListLine(line) ??
      (before === undefined ? undefined : refuse('drawLineTwice', { name: line.name, row: before })) ??
      (sameId === undefined ? undefined : refuse('drawIdTwice', { id: line.id!, row: sameId }))
    if (why !== undefined) {
      refused.push({ row, text, why })
      continue
    }
    byContent.set(content, row)
    if (line.id !== undefined) byId.set(line.id, row)
    lines.push(line)
  }
  return { lines, refused }
}

/** Checks one line of a list (名单): returns what is wrong with it, if anything. Long runs of digits are refused as telephone or identity numbers. */
export function checkListLine({ id, name, branch }: NewLine): Refusal | undefined {
  if (name === '') return refuse('drawLineNoName', {})
  if (isTableFooter(name)) return refuse('drawLineFooter', { found: name })
  for (const [field, text] of [
    ['姓名或名称', name],
    ['党支部', branch ?? ''],
  ] as const) {
    if (text.length > MOST_NAME) return refuse('drawLineTooLong', { field, most: MOST_NAME })
    if (longestRun(text) >= 7) return refuse('drawLineNumber', { field })
  }
  if (id !== undefined && (!/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(id) || longestRun(id) >= 11))
    return refuse('drawIdWrong', { id })
  return undefined
}

/** Normalises a list line (名单): composes characters and removes line breaks and invisible characters; an empty branch counts as none. */
export function tidyLine({
  id,
  name,
  branch,
}: {
  readonly id?: string
  readonly name: string
  readonly branch?: string
}): NewLine {
  const [ownId, ownName, ownBranch] = [tidy(id ?? ''), tidy(name), tidy(branch ?? '')]
  return {
    ...(ownId === '' ? {} : { id: ownId }),
    name: ownName,
    ...(ownBranch === '' ? {} : { branch: ownBranch }),
  }
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/^[#\s]+/, '')
    .trim()
}

/** Returns the length of the longest run of digits, ignoring separators and counting full-width digits. */
function longestRun(text: string): number {
  const digits = text.normalize('NFKC').replace(/[\s._-]/g, '')
  return Math.max(0, ...[...digits.matchAll(/\d+/g)].map(([run]) => run.length))
}
