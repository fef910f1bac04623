import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import { queryClient } from '../client/queryClient.ts'
import { router } from './router.tsx'
import type { Account, Session } from '../client/session.ts'
import { SessionContext } from '../client/SessionContext.ts'
import { SignInAgain } from './SignInAgain.tsx'
import { theme } from './theme.ts'

/** The application after sign-in: everything that the desks need. */
export default function App({ session, account }: { readonly session: Session; readonly account: Account }) {
  return (
    <SessionContext value={{ account, institution: session.institution ?? '' }}>
      <ConfigProvider {...theme}>
        <AntApp message={{ maxCount: 2 }}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
            <SignInAgain account={account} />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </SessionContext>
  )
}
