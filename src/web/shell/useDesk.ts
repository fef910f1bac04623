import { desks } from './desks.ts'
import { useMay } from '../client/SessionContext.ts'
import { useYear } from '../client/useYear.ts'
import { isOfYear, maySee } from './visibleDesks.ts'

/** 工作台的地址: `useDesk()('$year/roster')` in the year at hand; `undefined` where there is no such desk, or not for this person. */
export function useDesk(): (path: string) => string | undefined {
  const may = useMay()
  const { year } = useYear()
  return path => {
    const desk = desks.find(one => one.path === path)
    if (desk === undefined || !maySee(desk, may) || (year === undefined && isOfYear(desk))) return undefined
    return `/${path.replace('$year', String(year))}`
  }
}
