import { useEffect, useState } from 'react'
import type { DemoAccount, Session } from '../client/session.ts'
import { SignInForm } from '../kit/signIn/SignInForm.tsx'
import '../kit/signIn/signIn.css'

/** Sign-in page: small, without antd. A demonstration offers its accounts to click. */
export function SignInPage({
  session,
  onSignedIn,
}: {
  readonly session: Session
  readonly onSignedIn: () => Promise<void>
}) {
  const [filled, setFilled] = useState<DemoAccount>()
  useEffect(() => {
    document.title = '登录 · 衡评'
  }, [])
  // The desks come over while the password is typed.
  const fetchDesks = () => void import('./App.tsx').catch(() => undefined)
  return (
    <main className="sign-in" onInput={fetchDesks}>
      <h1>
        <span className="sign-in-mark">衡评</span>
        <span className="sign-in-what">述职评议考核</span>
      </h1>
      {session.institution !== undefined && <p className="sign-in-institution">{session.institution}</p>}
      <SignInForm filled={filled} onSignedIn={onSignedIn} />
      {session.demo !== undefined && session.demo.length > 0 && (
        <section className="sign-in-demo" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">演示账号</h2>
          <p>这是演示：数据都是虚构的。点一个账号即填好用户名和口令。</p>
          <ul>
            {session.demo.map(account => (
              <li key={account.username}>
                <button
                  type="button"
                  aria-pressed={filled === account}
                  onClick={() => {
                    setFilled(account)
                    fetchDesks()
                  }}
                >
                  <strong>{account.roleName}</strong>
                  <span>{account.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
