import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type Account, readSession } from '../client/session.ts'
import { isWaitingForSignIn, onWaitingChange, signedInAgain } from '../client/signInAgain.ts'
import { SignInForm } from '../kit/signIn/SignInForm.tsx'
import '../kit/signIn/signIn.css'

/** Dialog for signing in again over the open page, which keeps what has been typed. */
export function SignInAgain({ account }: { readonly account: Account }) {
  const waiting = useSyncExternalStore(onWaitingChange, isWaitingForSignIn)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (waiting) dialog.current?.showModal()
    else dialog.current?.close()
  }, [waiting])

  async function goOn() {
    const session = await readSession()
    // Another person, or other rights: what is on the page is not theirs.
    if (session.account?.id !== account.id || session.account.mustChangePassword) location.reload()
    else signedInAgain()
  }

  return (
    <dialog
      ref={dialog}
      className="sign-in-again"
      aria-labelledby="sign-in-again"
      onCancel={event => event.preventDefault()}
    >
      {waiting && (
        <>
          <h2 id="sign-in-again">登录已过期</h2>
          <p>请重新登录：页面上所填的内容都还在，登录后继续刚才的操作。</p>
          <SignInForm username={account.username} onSignedIn={goOn} />
          <p className="sign-in-aside">
            <button type="button" className="plain-link" onClick={() => location.reload()}>
              换一个账号（所填内容不保留）
            </button>
          </p>
        </>
      )}
    </dialog>
  )
}
