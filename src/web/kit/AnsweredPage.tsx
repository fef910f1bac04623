import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from './Answered.tsx'
import { PageHead } from './PageHead.tsx'

interface Props<T> {
  /** stands there until the answer's own head does, or when there is none. */
  readonly title: string
  readonly of: UseQueryResult<T, Error>
  readonly children: (answer: T) => ReactNode
}

/** 整页的内容 that comes from one read: a page has its heading also while it waits, or is refused. */
export function AnsweredPage<T>({ title, of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data)
  return (
    <>
      <PageHead title={title} />
      <Answered of={of}>{children}</Answered>
    </>
  )
}
