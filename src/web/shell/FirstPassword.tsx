import { useEffect } from 'react'
import { type Account, type Session, signOut } from '../client/session.ts'
import { PasswordForm } from '../kit/signIn/PasswordForm.tsx'
import '../kit/signIn/signIn.css'

interface Props {
  readonly session: Session
  readonly account: Account
  readonly onChanged: () => Promise<void>
}

/** First change of password: a password set by somebody else is changed before anything is shown. */
export function FirstPassword({ session, account, onChanged }: Props) {
  useEffect(() => {
    document.title = '修改初始口令 · 衡评'
  }, [])
  return (
    <main className="sign-in">
      <h1>
        <span className="sign-in-mark">衡评</span>
        <span className="sign-in-what">修改初始口令</span>
      </h1>
      {session.institution !== undefined && <p className="sign-in-institution">{session.institution}</p>}
      <p>{account.name}，您正在使用他人设置的口令。请换成只有您自己知道的口令后继续。</p>
      <PasswordForm username={account.username} onChanged={onChanged} />
      <p className="sign-in-aside">
        <button type="button" className="plain-link" onClick={() => void signOut().finally(onChanged)}>
          退出登录
        </button>
      </p>
    </main>
  )
}
