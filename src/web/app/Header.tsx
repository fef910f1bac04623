import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AccountMenu } from './AccountMenu.tsx'
import { useSession } from './SessionContext.ts'
import { YearBar } from './YearBar.tsx'

/** 页眉: the product, the institution, the year with its phase and next date, and who is signed in. */
export function Header({ menuButton }: { readonly menuButton: ReactNode }) {
  const { institution } = useSession()
  return (
    <header className="header">
      {menuButton}
      <Link to="/" className="header-mark">
        衡评
      </Link>
      <span className="header-institution">{institution}</span>
      <YearBar />
      <AccountMenu />
    </header>
  )
}
