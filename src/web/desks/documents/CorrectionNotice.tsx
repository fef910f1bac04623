import { GoLink } from '../../kit/GoLink.tsx'
import type { OneDocument } from './documentTypes.ts'

/** Says above the text which document holds: the one that replaces this one, or that this one replaces another, and why. */
export function CorrectionNotice({
  year,
  of: { corrects, correctedBy, number },
}: {
  readonly year: number
  readonly of: OneDocument
}) {
  if (corrects === undefined && correctedBy === undefined) return null
  return (
    <section className="document-corrected" aria-label="更正">
      {correctedBy !== undefined && (
        <p>
          {correctedBy.number === undefined
            ? '这份文件待更正，更正件还没有印发：'
            : '这份文件已更正，请以更正件为准：'}
          <GoLink to={`/${year}/documents/${correctedBy.id}`}>
            {correctedBy.number ?? '前往更正件草稿'}
          </GoLink>
        </p>
      )}
      {corrects !== undefined && (
        <p>
          这份文件更正
          <GoLink to={`/${year}/documents/${corrects.id}`}>{corrects.number}</GoLink>
          {corrects.reason !== '' && `，理由：${corrects.reason}`}
          {number === undefined && '。正文按现在的结果和问题清单重新写成，请与原件逐项核对'}
        </p>
      )}
    </section>
  )
}
