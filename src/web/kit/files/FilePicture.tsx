import {
  FileExcelOutlined,
  FileImageOutlined,
  FilePdfOutlined,
  FilePptOutlined,
  FileWordOutlined,
} from '@ant-design/icons'
import { useState } from 'react'
import type { FileKind } from '../../../contract/files/fileKinds.ts'
import { isPicture } from './fileText.ts'

const ICONS = {
  pdf: FilePdfOutlined,
  ofd: FilePdfOutlined,
  docx: FileWordOutlined,
  xlsx: FileExcelOutlined,
  pptx: FilePptOutlined,
  jpg: FileImageOutlined,
  png: FileImageOutlined,
} as const

/** Shows the thumbnail of a file: the picture itself, or the kind of any other file. Addresses are tried one after another. */
export function FilePicture({
  type,
  sources,
}: {
  readonly type: FileKind
  readonly sources: readonly string[]
}) {
  const [failed, setFailed] = useState(0)
  const Icon = ICONS[type]
  const source = isPicture(type) ? sources[failed] : undefined
  return (
    <span className="file-picture" aria-hidden>
      {source === undefined ? (
        <Icon />
      ) : (
        <img src={source} alt="" loading="lazy" onError={() => setFailed(failed + 1)} />
      )}
    </span>
  )
}
