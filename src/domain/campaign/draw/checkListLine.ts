import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { DrawLine } from './drawList.ts'

/** 待登记的一行: without an id it gets one when it is saved. */
export type NewLine = Omit<DrawLine, 'id'> & { readonly id?: string }

/** 待检查的一行, with the number by which people find it and what stood there. */
export interface RowOfList {
  readonly row: number
  readonly text: string
  readonly line: NewLine
}

/** 查过的名单: lines that hold, and rows that do not, each with its reason. */
export interface ListReading {
  readonly lines: readonly NewLine[]
  readonly refused: readonly { readonly row: number; readonly text: string; readonly why: Refusal }[]
}

/** 姓名、名称的最大字数. */
export const MOST_NAME = 60

/** 名单逐行的检查: each line by itself, and none twice. */
export function checkListLines(rows: readonly RowOfList[]): ListReading {
  const lines: NewLine[] = []
  const refused: { row: number; text: string; why: Refusal }[] = []
  const byContent = new Map<string, number>()
  const byId = new Map<string, number>()
  for (const { row, text, line } of rows) {
    const content = `${line.name}\t${line.branch ?? ''}`
    const before = byContent.get(content)
    const sameId = line.id === undefined ? undefined : byId.get(line.id)
    const why =
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

/** 名单一行的检查: what is wrong with it, if anything; long runs of digits are telephone or identity numbers and stay out. */
export function checkListLine({ id, name, branch }: NewLine): Refusal | undefined {
  if (name === '') return refuse('drawLineNoName', {})
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

/** 一行的规整: composed signs, no line ends or other signs that cannot be seen; an empty branch is none. */
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

/** The most digits in a row, whatever stands between them and however wide they are. */
function longestRun(text: string): number {
  const digits = text.normalize('NFKC').replace(/[\s._-]/g, '')
  return Math.max(0, ...[...digits.matchAll(/\d+/g)].map(([run]) => run.length))
}
