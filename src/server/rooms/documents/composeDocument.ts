import { printDocumentNumber } from '../../../contract/documents/documentNumber.ts'
import type { DocumentData } from '../../../contract/documents/documentField.ts'
import { findKind } from '../../../contract/documents/documentKinds.ts'
import type { WordBlock } from '../../../contract/documents/wordBlocks.ts'
import type { DraftEdits } from '../../../contract/documents/documentsFields.ts'
import { type Day, printDay } from '../../../domain/kernel/calendar.ts'
import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/refusal.ts'
import type { StoredIssuer } from './documents.store.ts'
import type { DocumentSource } from './documentYear.ts'

/** A red head beyond this many characters takes the smaller size. */
const LONG_MARK = 12

/** What a document is composed of. */
interface Composing {
  readonly kind: string
  readonly unit: string | null
  readonly subject: string
  readonly edits: Partial<DraftEdits>
  readonly issuer: Pick<StoredIssuer, 'names' | 'word' | 'imprint'>
  /** None while it is a draft. */
  readonly number?: { readonly year: number; readonly number: number }
  readonly day: Day
}

/** A composed document: its title, what it is addressed to, and the data for its template. */
export interface Composed {
  readonly title: string
  readonly defaults: { readonly title: string; readonly addressee: string }
  readonly data: DocumentData
  /** The text, where a room laid it out itself. */
  readonly blocks?: readonly WordBlock[]
}

/** Why a draft may not be issued as it is: there is nothing to draw up any more, or it lacks something. `addresseeWanted`, `signerWanted`. */
export function whyNotIssue(
  source: DocumentSource,
  one: Pick<Composing, 'kind' | 'unit' | 'subject' | 'edits'>,
): Refusal | undefined {
  const content = source.draw(one)
  return isRefusal(content) ? content : whatLacks(one, content.addressee)
}

function whatLacks(
  { kind, edits }: Pick<Composing, 'kind' | 'edits'>,
  addressee: string | undefined,
): Refusal | undefined {
  const { form, name } = findKind(kind)!
  if (form !== 'record' && !(edits.addressee || addressee)) return refuse('addresseeWanted', { name })
  return form === 'upward' && !edits.signer ? refuse('signerWanted', { name }) : undefined
}

/** Composes a document from the sealed year, what was typed, and who issues it. */
export async function composeDocument(source: DocumentSource, one: Composing): Promise<Composed | Refusal> {
  const content = source.draw(one)
  if (isRefusal(content)) return content
  const { edits, issuer, number, day } = one
  const { form } = findKind(one.kind)!
  const to = edits.addressee || content.addressee
  const lacks = number === undefined ? undefined : whatLacks(one, content.addressee)
  if (lacks !== undefined) return lacks
  const title = edits.title || content.title
  const { addressee = '' } = content
  const mark = issuer.names[0] ?? ''
  return {
    title: title.replaceAll('\n', ''),
    defaults: { title: content.title, addressee },
    blocks: await content.blocks?.(),
    data: {
      年度: String(source.scored.year),
      标题: title,
      发文机关标志: form === 'between' ? mark : `${mark}文件`,
      发文机关: issuer.names.map(name => ({ 名称: name })),
      联合行文: issuer.names.length > 1,
      机关名称较长: [...mark].length + 2 > LONG_MARK,
      发文字号:
        number === undefined
          ? `${issuer.word}〔${day.slice(0, 4)}〕　号`
          : printDocumentNumber(issuer.word, number.year, number.number),
      签发人: edits.signer ?? '',
      主送机关: to || '（请填写主送机关）',
      成文日期: printDay(day),
      附件说明: edits.attachments ?? '',
      补充内容: edits.note ?? '',
      抄送机关: edits.copyTo ?? '',
      印发机关: issuer.imprint || mark,
      印发日期: printDay(day),
      ...(await content.data()),
    },
  }
}
