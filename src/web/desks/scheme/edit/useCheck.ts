import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { call, type CallAnswer } from '../../../client/call.ts'
import type { Refused } from '../../../client/Refused.ts'

type Checked = CallAnswer<'POST /api/schemes/check'>

/** The result of a check: `late` while it belongs to an earlier state. */
export interface Check {
  readonly faults: Checked['faults']
  readonly whole: boolean
  readonly late: boolean
  readonly error: Refused | null
}

const PAUSE = 350

/** Checks the document with the engine during typing, shortly after the last key. */
export function useCheck(document: SchemeDocument): Check {
  const [settled, setSettled] = useState(document)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(document), PAUSE)
    return () => clearTimeout(timer)
  }, [document])
  const { data, error, isFetching } = useQuery<Checked, Refused>({
    queryKey: ['POST /api/schemes/check', settled],
    queryFn: ({ signal }) => call('POST /api/schemes/check', { body: { document: settled } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  })
  return {
    faults: data?.faults ?? [],
    whole: data?.whole ?? true,
    late: isFetching || settled !== document || data === undefined,
    error,
  }
}
