import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Answered } from '../../kit/Answered.tsx'
import { PageHead } from '../../kit/PageHead.tsx'

interface Props<T> {
  /** the title of the page until its content provides one. */
  readonly title: string
  readonly of: UseQueryResult<T, Error>
  readonly children: (answer: T) => ReactNode
}

/** Shows a read under a page header that has a title from the start, whether the content is loading or refused. */
export function HeadedAnswer<T>({ title, of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data)
  return (
    <>
      <PageHead title={title} />
      <Answered of={of}>{() => null}</Answered>
    </>
  )
}
