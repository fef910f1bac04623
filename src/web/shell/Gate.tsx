import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { readSession, type Session } from '../client/session.ts'
import { FirstPassword } from './FirstPassword.tsx'
import { SignInPage } from './SignInPage.tsx'

// Everything behind the sign-in, antd with it, in files of its own.
const App = lazy(() => import('./App.tsx'))

/** Shows the sign-in page, the change of a first password, or the desks. */
export function Gate() {
  const [session, setSession] = useState<Session>()
  const [trouble, setTrouble] = useState<string>()
  const read = useCallback(async () => {
    setTrouble(undefined)
    try {
      setSession(await readSession())
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }, [])
  useEffect(() => void read(), [read])

  if (trouble !== undefined) return <Opening trouble={trouble} onRetry={read} />
  if (session === undefined) return <Opening />
  if (!session.signedIn || session.account === undefined)
    return <SignInPage session={session} onSignedIn={read} />
  if (session.account.mustChangePassword)
    return <FirstPassword session={session} account={session.account} onChanged={read} />
  return (
    <ErrorBoundary>
      <Suspense fallback={<Opening />}>
        <App session={session} account={session.account} />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Shown until there is a page, with the reason if it does not load. */
function Opening({ trouble, onRetry }: { readonly trouble?: string; readonly onRetry?: () => void }) {
  if (trouble === undefined) {
    return (
      <p className="opening" role="status">
        正在打开衡评……
      </p>
    )
  }
  return (
    <main className="opening" role="alert">
      <p>{trouble}</p>
      <button type="button" className="plain-button" onClick={onRetry}>
        重试
      </button>
    </main>
  )
}
