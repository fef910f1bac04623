import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useSession } from '../client/SessionContext.ts'
import { useMay } from '../client/useMay.ts'
import { DeskAddressContext } from '../client/useDesk.ts'
import { useYear } from '../client/useYear.ts'
import { Menu } from './Menu.tsx'
import { addressOf } from './visibleDesks.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { useAnswer } from '../client/useAnswer.ts'
import { SearchBox } from './SearchBox.tsx'
import { YearBar } from './YearBar.tsx'
import './shell.css'

/** Shell: header, menu (a drawer on narrow screens) and the page, which gets the focus after each navigation. */
export function Shell() {
  const { pathname } = useLocation()
  const may = useMay()
  const { year } = useYear()
  const [menuOpen, setMenuOpen] = useState(false)
  const content = useRef<HTMLElement>(null)
  const arrived = useRef(pathname)
  useEffect(() => {
    if (arrived.current === pathname) return
    arrived.current = pathname
    setMenuOpen(false)
    content.current?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <div className="shell">
      <a
        className="skip-link"
        href="#content"
        onClick={event => {
          event.preventDefault()
          content.current?.focus()
        }}
      >
        跳到正文
      </a>
      <Header
        menuButton={
          <Button
            className="menu-button"
            type="text"
            icon={<MenuOutlined />}
            aria-label="菜单"
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(true)}
          />
        }
      />
      <aside className="shell-menu">
        <Menu />
      </aside>
      <Drawer
        title="衡评"
        placement="left"
        size={260}
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        rootClassName="menu-drawer"
      >
        <Menu />
      </Drawer>
      <main id="content" ref={content} tabIndex={-1} className="shell-content">
        <ErrorBoundary key={pathname}>
          <DeskAddressContext value={path => addressOf(path, may, year)}>
            <Outlet />
          </DeskAddressContext>
        </ErrorBoundary>
      </main>
    </div>
  )
}

/** Page header: the product, the institution, the year with its phase and next date, and who is signed in. */
function Header({ menuButton }: { readonly menuButton: ReactNode }) {
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
      <SearchBox />
      <AccountMenu />
    </header>
  )
}
