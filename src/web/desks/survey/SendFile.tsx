import { type ReactNode, useState } from 'react'
import {
  ChooseHeadings,
  headingsText,
  rememberedHeadings,
  rememberHeadings,
} from '../../kit/lists/ChooseHeadings.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { UploadBox } from '../../kit/UploadBox.tsx'
import type { Frame } from './surveyTypes.ts'

interface Props {
  /** Id under which the matched headings are remembered. */
  readonly id: string
  /** What is chosen: 样本框. */
  readonly what: string
  readonly accept: readonly string[]
  readonly act: { readonly busy: boolean; readonly refused: Error | undefined }
  /** The last file, where it could not be read. */
  readonly failed: Pick<Frame['imports'][number], 'id' | 'file' | 'fault' | 'headings'> | undefined
  /** Kept while it is read, to be sent once more when its headings have been matched. */
  readonly sent: File | undefined
  readonly onSend: (file: File, as: string | undefined) => void
  /** Another way to send rows. */
  readonly children?: (send: (file: File) => void) => ReactNode
}

/** Sends a file that is read in the background, and lets somebody match its headings where the last one could not be read for them. */
export function SendFile({ id, what, accept, act, failed, sent, onSend, children }: Props) {
  const [isMatched, setMatched] = useState(false)
  const send = (file: File) => onSend(file, headingsText(rememberedHeadings(id)))
  return (
    <>
      {failed !== undefined && (
        <p className="bad" role="alert">
          <span translate="no">{failed.file}</span>没有读成：{failed.fault}
        </p>
      )}
      {failed?.headings !== undefined && (
        <ChooseHeadings
          key={failed.id}
          refused={{
            values: {
              columns: failed.headings.columns.join('\t'),
              found: failed.headings.found.join('\t'),
              likely: failed.headings.likely?.join('\t') ?? '',
            },
          }}
          start={rememberedHeadings(id)}
          onChoose={headings => {
            rememberHeadings(id, headings)
            setMatched(true)
            if (sent !== undefined) send(sent)
          }}
        />
      )}
      {isMatched && sent === undefined && <p role="status">已记住对应的列，请再选一次文件。</p>}
      <RefusedNotice error={act.refused} />
      <UploadBox accept={accept} megabytes={100} what={what} busy={act.busy} onFile={send} />
      {children?.(send)}
    </>
  )
}
