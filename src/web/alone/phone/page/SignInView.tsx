import { useState } from 'react'
import { SignInForm } from '../../../kit/signIn/SignInForm.tsx'
import '../../../kit/signIn/signIn.css'
import { refreshOwner } from '../keep/fetchWork.ts'
import { refreshWork, sendNow } from '../send/keepSending.ts'
import { useOnline } from './useOnline.ts'

/** Shows the sign-in on the phone, for the first time or again; data on the phone stays. */
export function SignInView({
  username,
  onDone,
}: {
  readonly username?: string
  readonly onDone?: () => void
}) {
  const [said, setSaid] = useState<string>()
  const isOnline = useOnline()
  const isAgain = username !== undefined
  return (
    <main className="phone-page sign-in-view">
      <h1>
        <span className="sign-in-mark">衡评</span>
        <span className="sign-in-what">{isAgain ? '重新登录' : '实地核查'}</span>
      </h1>
      <p>
        {isAgain
          ? '登录已过期。手机上的核查表都在，登录后继续发送。'
          : '登录后把核查任务下载到手机，没有信号也能填写。'}
      </p>
      {!isOnline && <p className="bad">现在没有信号，登录要等有信号时进行。</p>}
      <SignInForm
        {...(username === undefined ? {} : { username })}
        onSignedIn={async () => {
          const owner = await refreshOwner('now')
          if (owner === undefined) setSaid('这个口令要先在电脑上改成自己的，再到手机上登录。')
          else {
            await refreshWork()
            void sendNow()
            onDone?.()
          }
        }}
      />
      {said !== undefined && (
        <p className="bad" role="alert">
          {said}
        </p>
      )}
      {onDone !== undefined && (
        <button type="button" className="key quiet wide" onClick={onDone}>
          暂不登录
        </button>
      )}
    </main>
  )
}
