import { useEffect, useRef, useState } from 'react'
import type { Draft, DraftPhoto } from '../draft/Draft.ts'
import { newUuid } from '../draft/newUuid.ts'
import { addPhoto, removePhoto } from '../keep/editDraft.ts'
import { sha256 } from '../../../kit/sha256.ts'
import { shrinkPhoto } from '../photo/shrinkPhoto.ts'

/** Most photos of one row, and of the sheet without a row. */
const [MOST_OF_ROW, MOST_OF_SHEET] = [10, 20]

interface Props {
  readonly draft: Draft
  readonly row?: string
  readonly photos: readonly DraftPhoto[]
}

/** Shows optional photos: from the camera or the album, shrunk before they are stored. */
export function PhotoStrip({ draft, row, photos }: Props) {
  const [said, setSaid] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const camera = useRef<HTMLInputElement>(null)
  const album = useRef<HTMLInputElement>(null)
  const most = row === undefined ? MOST_OF_SHEET : MOST_OF_ROW

  async function take(files: readonly File[]) {
    setBusy(true)
    setSaid(undefined)
    try {
      if (photos.length + files.length > most) throw new Error(`这里最多${most}张照片：请先去掉用不着的。`)
      for (const file of files) {
        const shrunk = await shrinkPhoto(file)
        const hash = sha256(shrunk.bytes)
        await addPhoto({
          id: newUuid(),
          draft: draft.id,
          ...(row && { row }),
          hash,
          ...shrunk,
          addedAt: new Date().toISOString(),
        })
      }
    } catch (error) {
      setSaid(
        error instanceof Error && error.name !== 'QuotaExceededError'
          ? error.message
          : '手机存储已满，照片没有存下：请清理手机后再试。',
      )
    } finally {
      setBusy(false)
    }
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
      {said !== undefined && (
        <p className="bad" role="alert">
          {said}
        </p>
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
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo.id])
  return (
    <li>
      {address !== undefined && <img src={address} alt={name} width={96} height={96} />}
      {!isFixed && (
        <button type="button" aria-label={`去掉${name}`} onClick={() => void removePhoto(photo)}>
          ✕
        </button>
      )}
    </li>
  )
}
