import { useRef, useState } from 'react'
import { MOST_OF_ROW, MOST_OF_SHEET } from '../../../../contract/sheets/sheetLimits.ts'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import { newUuid } from '../../../client/newUuid.ts'
import { addPhoto, removePhoto } from '../keep/editDraft.ts'
import { AskFirst } from '../page/AskFirst.tsx'
import { sha256 } from '../../../kit/sha256.ts'
import { shrinkPhoto } from '../photo/shrinkPhoto.ts'
import { Picture } from './Picture.tsx'

interface Props {
  readonly draft: Draft
  readonly row?: string
  readonly photos: readonly DraftPhoto[]
}

/** Shows optional photos: from the camera or the album, shrunk before they are stored. */
export function PhotoStrip({ draft, row, photos }: Props) {
  const [said, setSaid] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const most = row === undefined ? MOST_OF_SHEET : MOST_OF_ROW

  async function take(files: readonly File[]) {
    setBusy(true)
    // Each by itself: what one cannot be does not keep the others out.
    const faults: string[] = []
    const known = new Set(photos.map(({ hash }) => hash))
    for (const file of files) {
      const fault = await takeOne(file, known).catch(faultOf)
      if (fault !== undefined) faults.push(files.length > 1 ? `“${file.name}”：${fault}` : fault)
    }
    setSaid(faults)
    setBusy(false)
  }

  async function takeOne(file: File, known: Set<string>): Promise<string | undefined> {
    if (known.size >= most) return `这里最多${most}张照片，这一张没有存下：请先去掉用不着的。`
    const shrunk = await shrinkPhoto(file)
    const hash = sha256(shrunk.bytes)
    if (known.has(hash)) return '这张照片这里已经有了。'
    const at = new Date().toISOString()
    await addPhoto({ id: newUuid(), draft: draft.id, ...(row && { row }), hash, ...shrunk, addedAt: at })
    known.add(hash)
    return undefined
  }
  const picker = (
    from: typeof camera,
    label: string,
    more: { readonly capture?: 'environment'; readonly multiple?: boolean },
  ) => (
    <input
      ref={from}
      type="file"
      accept="image/*"
      aria-label={label}
      hidden
      {...more}
      onChange={event => {
        const files = [...(event.target.files ?? [])]
        event.target.value = ''
        if (files.length > 0) void take(files)
      }}
    />
  )
  return (
    <div className="photos">
      <div className="photo-keys">
        <button type="button" className="key quiet" disabled={isBusy} onClick={() => camera.current?.click()}>
          拍照
        </button>
        <button type="button" className="key quiet" disabled={isBusy} onClick={() => album.current?.click()}>
          从相册选
        </button>
        <span className="soft" role="status">
          {isBusy ? '正在缩小……' : photos.length > 0 ? `${photos.length}张` : ''}
        </span>
      </div>
      {picker(camera, '拍照', { capture: 'environment' })}
      {picker(album, '从相册选', { multiple: true })}
      {said.length > 0 && (
        <div role="alert">
          <ul className="bad" translate="no">
            {said.map(fault => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      {photos.length > 0 && (
        <ul className="strip">
          {photos.map((photo, at) => (
            <Thumbnail
              key={photo.id}
              photo={photo}
              name={`第${at + 1}张照片`}
              isFixed={draft.stage.kind === 'waiting'}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function Thumbnail({
  photo,
  name,
  isFixed,
}: {
  readonly photo: DraftPhoto
  readonly name: string
  readonly isFixed: boolean
}) {
  return (
    <li>
      <Picture photo={photo} name={name} />
      {!isFixed && (
        <AskFirst
          text="去掉"
          label={`去掉${name}`}
          confirm="确定去掉"
          keep="留着"
          onConfirm={() => void removePhoto(photo).catch(() => undefined)}
        >
          去掉后不能恢复。
        </AskFirst>
      )}
    </li>
  )
}

/** Says why a photo was not kept. */
function faultOf(error: unknown): string {
  const isOurs = error instanceof Error && error.name === 'Error'
  return isOurs ? error.message : '手机存储已满，照片没有存下：请清理手机后再试。'
}
