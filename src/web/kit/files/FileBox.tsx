import { UploadOutlined } from '@ant-design/icons'
import { useEffect, useId, useRef, useState } from 'react'
import type { FileKind } from '../../../contract/files/fileKinds.ts'
import { ChosenFileRow } from './ChosenFileRow.tsx'
import type { FilesAt } from './fileAddress.ts'
import { ACCEPTED, WHAT_IS_TAKEN } from './fileText.ts'
import type { Uploaded } from './sendFile.ts'
import { SendingRow } from './SendingRow.tsx'
import { useUploads } from './useUploads.ts'
import './files.css'

/** A file uploaded but not yet submitted with its form: small enough to be kept in a draft; `{ file, name }` of each goes into the body. */
export interface ChosenFile {
  readonly file: string
  readonly name: string
  readonly size: number
  readonly type: FileKind
  readonly takenOn?: string
}

interface Props {
  /** What the files are for: 证明材料. */
  readonly label: string
  readonly value: readonly ChosenFile[]
  readonly onChange: (value: readonly ChosenFile[]) => void
  /** Maximum number of files; 20 if omitted. */
  readonly most?: number
  /** Where files attached by somebody else are read from, when a record is changed. */
  readonly at?: FilesAt
  /** Called while something is still uploading, so that the form can hold back its button. */
  readonly onBusy?: (busy: boolean) => void
}

/**
 * Chooses and uploads attachments, several at once: each with its progress, or the message of its
 * refusal. A file that is already attached somewhere, or looks like one that is, is pointed out.
 * `<FileBox label="证明材料" value={draft.files} onChange={files => draft.change({ files })} />`
 */
export function FileBox({ label, value, onChange, most = 20, at, onBusy }: Props) {
  const id = useId()
  const [over, setOver] = useState(false)
  const [seen, setSeen] = useState<ReadonlyMap<string, Uploaded>>(new Map())
  const [said, setSaid] = useState<string>()
  const latest = useRef(value)
  latest.current = value
  const uploads = useUploads(take)
  useEffect(() => onBusy?.(uploads.busy), [uploads.busy])

  function put(next: readonly ChosenFile[]) {
    latest.current = next
    onChange(next)
  }

  function take(uploaded: Uploaded) {
    const { file, name, size, type, takenOn } = uploaded
    if (latest.current.some(one => one.file === file)) {
      setSaid(`“${name}”与已选的一个文件完全相同，只留一份。`)
      return
    }
    setSeen(now => new Map(now).set(file, uploaded))
    put([...latest.current, { file, name, size, type, takenOn }])
  }

  function choose(list: FileList | null) {
    const files = [...(list ?? [])]
    const room = Math.max(
      0,
      most - latest.current.length - uploads.list.filter(one => one.refused === undefined).length,
    )
    setSaid(
      files.length > room ? `最多 ${most} 个文件，多选的 ${files.length - room} 个没有上传。` : undefined,
    )
    uploads.add(files.slice(0, room))
  }

  return (
    <div
      className={over ? 'file-box file-box-over' : 'file-box'}
      role="group"
      aria-label={label}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        choose(event.dataTransfer.files)
      }}
      onDragLeave={() => setOver(false)}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
    >
      <input
        id={id}
        type="file"
        multiple
        className="only-aloud"
        accept={ACCEPTED}
        aria-describedby={`${id}-limits`}
        onChange={event => {
          choose(event.target.files)
          // The same file, mended, may be chosen again.
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className="file-choose">
        <UploadOutlined aria-hidden /> 选择{label}
      </label>
      <p id={`${id}-limits`} className="soft">
        <span translate="no">{WHAT_IS_TAKEN}</span>；可一次选多个，电脑上也可拖到这里。
      </p>
      <ul className="file-list bare" hidden={value.length === 0 && uploads.list.length === 0}>
        {value.map(one => (
          <ChosenFileRow
            key={one.file}
            of={one}
            seen={seen.get(one.file)}
            at={at}
            onRemove={() => put(latest.current.filter(other => other.file !== one.file))}
          />
        ))}
        {uploads.list.map(one => (
          <SendingRow
            key={one.id}
            of={one}
            onRetry={() => uploads.retry(one)}
            onRemove={() => uploads.remove(one)}
          />
        ))}
      </ul>
      <p className="file-said bad" role="status" translate="no">
        {said}
      </p>
    </div>
  )
}
