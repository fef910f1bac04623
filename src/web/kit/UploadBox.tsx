import { UploadOutlined } from '@ant-design/icons'
import { type DragEvent, useId, useState } from 'react'
import './uploadBox.css'

interface Props {
  /** File extensions, such as `.xlsx`. */
  readonly accept: readonly string[]
  readonly megabytes: number
  /** What to choose: 名册工作簿. */
  readonly what: string
  readonly busy?: boolean
  /** Several files at once; each is given on, in the order of their names. */
  readonly many?: boolean
  readonly onFile: (file: File) => void
  /** A file was refused before it was sent: what is shown of an earlier one is past. */
  readonly onRefused?: () => void
}

/** File upload by choosing or dropping. The accepted types and the size limit are stated beforehand; other files are refused before they are sent. */
export function UploadBox({ accept, megabytes, what, busy = false, many = false, onFile, onRefused }: Props) {
  const id = useId()
  const [said, setSaid] = useState<string>()
  const [over, setOver] = useState(false)

  function take(files: FileList | null) {
    if (files === null || busy) return
    const chosen = [...files].toSorted((one, other) => BY_NAME.compare(one.name, other.name))
    const refusals = (many ? chosen : chosen.slice(0, 1)).map(file => {
      const refusal = judge(file, accept, megabytes)
      if (refusal === undefined) onFile(file)
      return refusal
    })
    const said = refusals.filter(refusal => refusal !== undefined).join('')
    if (said !== '') onRefused?.()
    setSaid(said)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <div
      className={over ? 'upload-box upload-box-over' : 'upload-box'}
      onDrop={drop}
      onDragLeave={() => setOver(false)}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
    >
      <input
        id={id}
        type="file"
        multiple={many}
        className="only-aloud"
        accept={accept.join(',')}
        disabled={busy}
        aria-describedby={`${id}-limits`}
        onChange={event => {
          take(event.target.files)
          // The same file, mended, may be chosen again.
          event.target.value = ''
        }}
      />
      <label htmlFor={id}>
        <UploadOutlined aria-hidden /> {busy ? '正在上传……' : `选择${what}`}
      </label>
      <p id={`${id}-limits`}>
        也可以把文件拖到这里。<span translate="no">{kindsOf(accept)}</span>，不超过 {megabytes} MB。
      </p>
      <p className="upload-box-said" role="alert">
        {said}
      </p>
    </div>
  )
}

/** Orders pages as people number them: page2 before page10. */
const BY_NAME = new Intl.Collator('zh', { numeric: true })

function judge(file: File, accept: readonly string[], megabytes: number): string | undefined {
  if (!accept.some(ending => file.name.toLowerCase().endsWith(ending)))
    return `“${file.name}”不是所要的文件：请选择${kindsOf(accept)}。`
  if (file.size > megabytes * 1024 * 1024)
    return `“${file.name}”超过 ${megabytes} MB：请压缩里面的图片，或拆成几个文件。`
  return file.size === 0 ? `“${file.name}”是空文件：请另选有内容的文件。` : undefined
}

function kindsOf(accept: readonly string[]): string {
  const names: Readonly<Record<string, string>> = {
    '.xlsx': 'Excel 或 WPS 表格（.xlsx）',
    '.csv': 'CSV 文件（.csv）',
    '.yaml': 'YAML 文件（.yaml）',
    '.json': 'JSON 文件（.json）',
    '.zip': '压缩包（.zip）',
    '.jpg': '照片（.jpg）',
    '.jpeg': '.jpeg',
    '.png': '.png',
    '.pdf': 'PDF（.pdf）',
  }
  return accept.map(ending => names[ending] ?? `${ending} 文件`).join('、')
}
