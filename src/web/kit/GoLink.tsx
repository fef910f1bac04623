import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Links to an address of the server's choice: a desk, with its part, or a page of its own such as the phone's. */
export function GoLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const [path = to, search] = to.split('?')
  if (path.startsWith('/inspect')) return <a href={to}>{children}</a>
  return search === undefined ? (
    <Link to={path}>{children}</Link>
  ) : (
    <Link to={path} search={Object.fromEntries(new URLSearchParams(search)) as never}>
      {children}
    </Link>
  )
}
