import type { DocumentKind } from '../../contract/documents/documentKind.ts'
import { findKind } from '../../contract/documents/documentKinds.ts'
import { says, when } from '../../contract/documents/templateBody.ts'
import type { WordBlock } from '../../contract/documents/wordBlocks.ts'
import { writeWord } from '../word/writeWord.ts'
import { layClosing, layFoot } from './layFoot.ts'
import { layHead, layLetterHead, layRecordNumber } from './layHead.ts'

/** A paragraph for each line of the title. */
const TITLE = ['{#标题行}', '{行}', '{/标题行}']

/** Stands between a table and the blanks to sign on, which LibreOffice does not keep with a row of a long table. */
const SIGNED = '以上内容经核对无误，签名如下。'

const kept = new Map<string, Promise<Uint8Array>>()

/** Returns the template that ships for a kind, made once. (GB/T 9704) */
export function shippedTemplate(id: string): Promise<Uint8Array> {
  const made = kept.get(id) ?? templateAround(findKind(id)!)
  kept.set(id, made)
  return made
}

/** Makes the template of a kind; with `blocks`, around a text that a room laid out itself. */
export function templateAround(
  { form, body, ending }: DocumentKind,
  blocks?: readonly WordBlock[],
): Promise<Uint8Array> {
  const own = blocks?.map(block => (block.kind === 'picture' ? block : withoutBraces(block))) ?? body
  const signed = own.at(-1)?.kind === 'signatures' ? own.slice(-1) : []
  const text = own.slice(0, own.length - signed.length)
  const ends = signed.length > 0 && mayEndInTable(text) ? [says(SIGNED)] : []
  const isLast = ending === undefined
  const said = [
    ...keepTogether([...text, ...ends], isLast),
    ...when('补充内容', keep(says('{补充内容}'))),
    ...signed,
    ...(ending === undefined ? [] : [keep(says(ending))]),
  ]
  if (form === 'record')
    return writeWord({ title: TITLE, blocks: said }, { head: layRecordNumber(), foot: layClosing() })
  const between = form === 'between'
  const addressee: WordBlock = { kind: 'paragraph', text: '{主送机关}：', plain: true }
  return writeWord(
    { title: TITLE, blocks: [addressee, ...said] },
    between
      ? { head: layLetterHead(), foot: layFoot({ between }), isFirstUnnumbered: true }
      : { head: layHead({ upward: form === 'upward' }), foot: layFoot({ between }) },
  )
}

/** Keeps what leads up to a table with it, and the last paragraph of a text with the signature, which never stands on a page alone. (GB/T 9704 7.3.5) */
function keepTogether(blocks: readonly WordBlock[], isLast: boolean): readonly WordBlock[] {
  const last = endOf(blocks)
  return blocks.map((block, at) =>
    (isLast && at === last) || blocks[at + 1]?.kind === 'table' ? keep(block) : block,
  )
}

/** Finds the last block that is not the mark of a condition. */
function endOf(blocks: readonly WordBlock[]): number {
  return blocks.findLastIndex(block => block.kind !== 'paragraph' || !/^\{[#^/]/.test(block.text))
}

/** Tells whether a table may be the last that is printed: what follows it stands under a condition. */
function mayEndInTable(blocks: readonly WordBlock[]): boolean {
  let open = 0
  for (const block of blocks.toReversed()) {
    if (block.kind === 'table') return true
    const mark = block.kind === 'paragraph' ? /^\{([#^/])/.exec(block.text)?.[1] : undefined
    if (mark === '/') open += 1
    else if (mark !== undefined) open -= 1
    else if (open === 0) return false
  }
  return false
}

function keep(block: WordBlock): WordBlock {
  return block.kind === 'paragraph' ? { ...block, keepNext: true } : block
}

/** What people wrote is no placeholder. */
function withoutBraces<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll('{', '｛').replaceAll('}', '｝') as T
  if (Array.isArray(value)) return value.map(withoutBraces) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutBraces(one)])) as T
}
