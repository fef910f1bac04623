import { Modal } from 'antd'
import { useState } from 'react'
import type { FileKind } from '../../../contract/files/fileKinds.ts'
import { call } from '../../client/call.ts'
import { Refused } from '../../client/Refused.ts'
import { printDay } from '../printDay.ts'
import { RefusedNotice } from '../RefusedNotice.tsx'
import { saveFile } from '../../client/saveFile.ts'
import { fileAddress, type FilesAt } from './fileAddress.ts'
import { FilePicture } from './FilePicture.tsx'
import { isPicture, printSize } from './fileText.ts'
import './files.css'

/** An attached file, as rooms answer it (`attachedPart` of the contract). */
interface AttachedFile {
  readonly file: string
  readonly name: string
  readonly size: number
  readonly type: FileKind
  readonly takenOn?: string
  readonly at?: string
  readonly by?: string
}

interface Props extends FilesAt {
  readonly files: readonly AttachedFile[]
  /** Shown where there are none; if omitted, nothing is shown then. */
  readonly none?: string
}

/** Shows the files attached to one record: `<FileList year unit files={entry.files} />`. Pictures open in place; every file can be downloaded. */
export function FileList({ year, unit, files, none }: Props) {
  const [shown, setShown] = useState<AttachedFile>()
  const [refused, setRefused] = useState<Refused>()
  const at = { year, unit }
  if (files.length === 0) return none === undefined ? null : <p className="file-none soft">{none}</p>

  async function download({ file }: AttachedFile) {
    setRefused(undefined)
    try {
      saveFile(await call('GET /api/years/:year/units/:unit/files/:file', { params: { ...at, file } }))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused(error)
    }
  }

  return (
    <>
      <RefusedNotice error={refused} />
      <ul className="file-list bare">
        {files.map(one => (
          <li key={one.file} className="file-row">
            <FilePicture type={one.type} sources={[fileAddress(one.file, at, true)]} />
            <span className="file-words">
              <span className="file-name" translate="no">
                {one.name}
              </span>
              <span className="soft">{wordsOf(one)}</span>
            </span>
            <span className="file-acts">
              {isPicture(one.type) && (
                <button
                  type="button"
                  className="file-act"
                  translate="no"
                  aria-label={`查看${one.name}`}
                  onClick={() => setShown(one)}
                >
                  查看
                </button>
              )}
              <button
                type="button"
                className="file-act"
                translate="no"
                aria-label={`下载${one.name}`}
                onClick={() => void download(one)}
              >
                下载
              </button>
            </span>
          </li>
        ))}
      </ul>
      <Modal
        open={shown !== undefined}
        title={<span translate="no">{shown?.name}</span>}
        footer={null}
        width={960}
        onCancel={() => setShown(undefined)}
        destroyOnHidden
      >
        {shown !== undefined && (
          <img className="file-large" translate="no" src={fileAddress(shown.file, at)} alt={shown.name} />
        )}
      </Modal>
    </>
  )
}

function wordsOf({ size, takenOn, at, by }: AttachedFile): string {
  return [printSize(size), takenOn && `拍摄于${printDay(takenOn)}`, by && at && `${by} ${printDay(at)}上传`]
    .filter(Boolean)
    .join('，')
}
