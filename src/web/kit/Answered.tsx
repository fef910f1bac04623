import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Refused } from '../client/Refused.ts'
import { LinkButton } from './LinkButton.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'

interface Props<T> {
  readonly of: UseQueryResult<T, Error>
  readonly children: (answer: T) => ReactNode
  /** Shown while loading; grey lines if omitted. */
  readonly waiting?: ReactNode
}

/** Shows a read: loading, refused with a retry button or, where the reader may not see it, a way on, or the answer. A previous answer stays while a newer one is read. */
export function Answered<T>({
  of,
  children,
  waiting = <Skeleton active={false} paragraph={{ rows: 5 }} title={false} />,
}: Props<T>) {
  if (of.data !== undefined) return children(of.data)
  if (of.isError)
    return (
      <>
        <RefusedNotice error={of.error} onRetry={() => void of.refetch()} />
        {of.error instanceof Refused && of.error.status === 403 && <LinkButton to="/">回首页</LinkButton>}
      </>
    )
  return (
    <div role="status" aria-label="正在读取">
      <p className="soft reading">正在读取，请稍候……</p>
      {waiting}
    </div>
  )
}
