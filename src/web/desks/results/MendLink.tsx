import { useMay } from '../../client/useMay.ts'
import { type Mend, useMend } from '../../client/useDesk.ts'
import { GoLink } from '../../kit/GoLink.tsx'

/** Links to the desk where a matter is fixed, or for others looked at; shows nothing if the reader has no such desk. */
export function MendLink({ to }: { readonly to: Mend }) {
  const [address, may] = [useMend()(to), useMay()]
  return address === undefined ? null : <GoLink to={address}>{may('sealYear') ? '去处理' : '查看'}</GoLink>
}
