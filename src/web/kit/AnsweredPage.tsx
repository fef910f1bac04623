import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from './Answered.tsx'
import { PageHead } from './PageHead.tsx'

interface Props<T> {
  /** Heading shown until the answer's own heading is, or when there is none. */
  readonly title: string
  readonly of: UseQueryResult<T, Error>
  readonly children: (answer: T) => ReactNode
}

/** Shows a page that comes from one read; it has its heading also while loading or refused. */
export function AnsweredPage<T>({ title, of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data)
  return (
    <>
      <PageHead title={title} />
      <Answered of={of}>{children}</Answered>
    </>
  )
}
