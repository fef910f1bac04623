import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../client/SessionContext.ts'
import { withoutFact } from './sandbox.ts'
import { keepSandbox, readSandbox } from './useSandbox.ts'

/** 试算没有这一条: puts the removal into the sandbox and goes there; `undefined` for who may not try. */
export function useTryWithout(year: number | undefined): ((fact: string, told: string) => void) | undefined {
  const may = useMay()
  const navigate = useNavigate()
  if (year === undefined || !may('tryWhatIf')) return undefined
  return (fact, told) => {
    keepSandbox(year, withoutFact(readSandbox(year), fact, told))
    void navigate({ to: `/${year}/whatIf` })
  }
}
