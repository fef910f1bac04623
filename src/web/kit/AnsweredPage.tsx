import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refused } from '../client/Refused.ts'
import { Answered } from './Answered.tsx'
import { LinkButton } from './LinkButton.tsx'
import { PageHead } from './PageHead.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'

interface Props<T> {
  /** Heading shown until the answer's own heading is, or when there is none. */
  readonly title: string
  readonly of: UseQueryResult<T, Error>
  readonly children: (answer: T) => ReactNode
}

/** Shows a page that comes from one read; it has its heading also while loading or refused, and a way on where there is no such thing. What was taken away meanwhile stays in sight with what was typed there, and the page says so. */
export function AnsweredPage<T>({ title, of, children }: Props<T>) {
  const isNowhere = of.error instanceof Refused && of.error.status === 404
  if (of.data !== undefined)
    return (
      <>
        {isNowhere && <RefusedNotice error={of.error} />}
        {children(of.data)}
      </>
    )
  return (
    <>
      <PageHead title={title} />
      <Answered of={of}>{children}</Answered>
      {isNowhere && <LinkButton to="/">回首页</LinkButton>}
    </>
  )
}
