import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AccountMenu } from './AccountMenu.tsx'
import { useAnswer } from '../client/useAnswer.ts'
import { useSession } from '../client/SessionContext.ts'
import { YearBar } from './YearBar.tsx'

/** 页眉: the product, the institution, the year with its phase and next date, and who is signed in. */
export function Header({ menuButton }: { readonly menuButton: ReactNode }) {
  const { institution } = useSession()
  // Named anew while the page is open.
  const { data } = useAnswer('GET /api/installation', {})
  return (
    <header className="header">
      {menuButton}
      <Link to="/" className="header-mark">
        衡评
      </Link>
      <span className="header-institution">{data?.institution ?? institution}</span>
      <YearBar />
      <AccountMenu />
    </header>
  )
}
