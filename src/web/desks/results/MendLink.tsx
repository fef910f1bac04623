import { Link } from '@tanstack/react-router'
import type { OnWire } from '../../../contract/http/route.ts'
import type { mendPart } from '../../../contract/results/sealSchema.ts'
import { useDesk } from '../../client/useDesk.ts'
import { placeOf } from '../home/placeOf.ts'

/** The place where a matter is fixed, as the server names it. */
export type Mend = OnWire<typeof mendPart>

/** Links to the desk where a matter is fixed, as precisely as an address can; shows nothing if the reader has no such desk. */
export function MendLink({ to: mend }: { readonly to: Mend }) {
  const desk = useDesk()
  const { desk: place, unit } = mend
  const ofUnit =
    unit === undefined || place !== 'results'
      ? undefined
      : desk('$year/units/$unit')?.replace('$unit', encodeURIComponent(unit))
  const page = placeOf({ id: '', mend })
  const address = ofUnit ?? (page === undefined ? undefined : desk(page))
  return address === undefined ? null : <Link to={address}>去处理</Link>
}
