import { useEffect, useRef, useState } from 'react'
import type { DraftPhoto } from '../draft/Draft.ts'

/** Shows a photo as a thumbnail; a tap shows it as large as the page. */
export function Picture({ photo, name }: { readonly photo: DraftPhoto; readonly name: string }) {
  const [address, setAddress] = useState<string>()
  const [isLarge, setLarge] = useState(false)
  const large = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: 'image/jpeg' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo.id])
  useEffect(() => {
    if (isLarge) large.current?.showModal()
  }, [isLarge])
  if (address === undefined) return null
  return (
    <>
      <button type="button" className="picture" aria-label={`放大${name}`} onClick={() => setLarge(true)}>
        <img src={address} alt={name} width={96} height={96} />
      </button>
      {isLarge && (
        <dialog ref={large} className="picture-large" aria-label={name} onClose={() => setLarge(false)}>
          <img src={address} alt={`${name}，放大`} />
          <button type="button" className="key quiet" onClick={() => setLarge(false)}>
            关闭
          </button>
        </dialog>
      )}
    </>
  )
}
