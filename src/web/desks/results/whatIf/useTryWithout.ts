import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../client/useMay.ts'
import { withoutFact } from './sandbox.ts'
import { keepSandbox, readSandbox } from './useSandbox.ts'

/** Adds an exclusion to the sandbox and opens it; `undefined` for those who may not try changes. */
export function useTryWithout(year: number | undefined): ((fact: string, told: string) => void) | undefined {
  const may = useMay()
  const navigate = useNavigate()
  if (year === undefined || !may('tryWhatIf')) return undefined
  return (fact, told) => {
    keepSandbox(year, withoutFact(readSandbox(year), fact, told))
    void navigate({ to: `/${year}/whatIf` })
  }
}
