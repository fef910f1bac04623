import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CallAnswer } from './call.ts'
import { useSession } from './SessionContext.ts'
import { useAnswer } from './useAnswer.ts'

const REMEMBERED = 'hengping.year'

/** The current year: the one in the address, else the one last viewed, else the one the server names. `years` has the newest first. */
interface CurrentYear {
  readonly year: number | undefined
  readonly years: readonly number[]
  /** The phase that the year is in. */
  readonly phase: CallAnswer<'GET /api/years'>['years'][number]['phase'] | undefined
  /** Whether its result is sealed, so that nothing it rests on is entered; not while it is corrected. */
  readonly isSealed: boolean
  readonly isReading: boolean
}

/** Returns the current year; `undefined` where there is none yet, or for people who may not see years. */
export function useYear(): CurrentYear {
  const mayRead = useSession().account.actions.includes('readYear')
  const { year: inAddress } = useParams({ strict: false }) as { readonly year?: string }
  const { data, isPending } = useAnswer('GET /api/years', {}, { when: mayRead })
  const years = data?.years.map(one => one.year) ?? []
  const named = inAddress !== undefined && /^\d{4}$/.test(inAddress) ? Number(inAddress) : undefined
  useEffect(() => {
    if (named !== undefined) localStorage.setItem(REMEMBERED, String(named))
  }, [named])
  const last = Number(localStorage.getItem(REMEMBERED))
  const year = named ?? (years.includes(last) ? last : (data?.current ?? years[0]))
  const { phase, state } = data?.years.find(one => one.year === year) ?? {}
  const isSealed = state === 'sealed' || state === 'approved'
  return { year, years, phase, isSealed, isReading: isPending && mayRead && named === undefined }
}
