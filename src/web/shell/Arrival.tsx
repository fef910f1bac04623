import { Navigate } from '@tanstack/react-router'
import { visibleDesks } from './visibleDesks.ts'
import { useMay } from '../client/SessionContext.ts'
import { useYear } from '../client/useYear.ts'

/** 进入: to the first desk that this person has. */
export function Arrival() {
  const may = useMay()
  const { year, isReading } = useYear()
  if (isReading) return null
  const first = visibleDesks(may, year)[0]!
  return <Navigate to={first.address} replace />
}
