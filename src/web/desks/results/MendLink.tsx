import { type Mend, useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'

/** Links to the desk where a matter is fixed; shows nothing if the reader has no such desk. */
export function MendLink({ to }: { readonly to: Mend }) {
  const address = useMend()(to)
  return address === undefined ? null : <GoLink to={address}>去处理</GoLink>
}
