import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from '../../kit/Answered.tsx'
import { PageHead } from '../../kit/PageHead.tsx'

interface Props<T> {
  /** the page's name until its content names it. */
  readonly title: string
  readonly of: UseQueryResult<T, Error>
  readonly children: (answer: T) => ReactNode
}

/** 带页头的读取: a page is named from the start, whether its content is on the way or refused. */
export function HeadedAnswer<T>({ title, of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data)
  return (
    <>
      <PageHead title={title} />
      <Answered of={of}>{() => null}</Answered>
    </>
  )
}
