import { useState } from 'react'
import type { Owner } from '../keep/phoneDatabase.ts'
import { SignInView } from '../page/SignInView.tsx'
import { useOnline } from '../page/useOnline.ts'
import { goTo } from '../page/useRoute.ts'
import { sendNow } from '../send/keepSending.ts'
import { FoundList } from './FoundList.tsx'
import type { Sheet } from './useSheet.ts'

/** Shows the sending progress; the page may be left. The sheet can be taken back as long as it cannot have arrived. */
export function SendingPart({ sheet, owner }: { readonly sheet: Sheet; readonly owner: Owner }) {
  const { draft, photos, edit } = sheet
  const [signsIn, setSignsIn] = useState(false)
  const isOnline = useOnline()
  if (draft.stage.kind !== 'waiting') return null
  const { trouble, perhapsSent } = draft.stage
  // The same picture of two rows is one photo, as in the receipt.
  const all = new Map(photos.map(photo => [photo.hash, photo.file !== undefined]))
  const sent = [...all.values()].filter(Boolean).length
  if (signsIn) return <SignInView username={owner.username} onDone={() => setSignsIn(false)} />
  return (
    <>
      <h2>{isOnline && !owner.isSignedOut ? '正在发送' : '待发送'}</h2>
      {photos.length > 0 && (
        <label className="progress">
          照片 {sent} / {all.size}
          <progress max={all.size} value={sent} />
        </label>
      )}
      <p role="status">
        {owner.isSignedOut
          ? '登录已过期：重新登录后自动发送。'
          : isOnline
            ? (trouble ?? '可以离开这一页，发送会继续。')
            : '没有信号：已存在手机上，有信号后自动发送。'}
      </p>
      {owner.isSignedOut ? (
        <button type="button" className="key wide" onClick={() => setSignsIn(true)}>
          登录
        </button>
      ) : (
        <button type="button" className="key wide" onClick={() => void sendNow()}>
          现在发送
        </button>
      )}
      {perhapsSent ? (
        <p className="soft">服务器可能已经收到，正在等它确认，暂时不能取回修改。</p>
      ) : (
        <button type="button" className="key quiet wide" onClick={() => void edit({ do: 'reopen' })}>
          取回修改
        </button>
      )}
      <button type="button" className="key quiet wide" onClick={() => goTo({ at: 'list' })}>
        回到清单
      </button>
      <h2>核查情况</h2>
      <FoundList sheet={sheet} />
    </>
  )
}
