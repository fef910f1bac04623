import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, type CallAnswer } from '../../client/call.ts'
import type { Refused } from '../../client/Refused.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { ExportTrail } from './ExportTrail.tsx'
import { type AskedFilters, TrailFilters } from './TrailFilters.tsx'
import { TrailVerification } from './TrailVerification.tsx'
import { trailColumns } from './trailColumns.tsx'
import './audit.css'

type Page = CallAnswer<'GET /api/trail'>

/** Shows the audit trail as sentences, latest first: who did what and when. Offers filters, export and verification. */
export function TrailPage() {
  const [filters, setFilters] = useState<AskedFilters>({})
  const trail = useInfiniteQuery<Page, Refused, { pages: Page[] }, readonly unknown[], number | undefined>({
    queryKey: ['GET /api/trail', filters],
    queryFn: ({ pageParam, signal }) =>
      call(
        'GET /api/trail',
        { query: { ...filters, ...(pageParam === undefined ? {} : { before: String(pageParam) }) } },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
  })
  const pages = trail.data?.pages ?? []
  const head = pages[0]?.head
  return (
    <>
      <PageHead
        title="留痕"
        state={
          head !== undefined && (
            <>
              共{head.seq}条，末条校验值 <span translate="no">{head.hash.slice(0, 16)}</span>……
            </>
          )
        }
        actions={<ExportTrail filters={filters} />}
      />
      <TrailVerification />
      <TrailFilters groups={pages[0]?.groups ?? []} value={filters} onChange={setFilters} />
      <RefusedNotice error={trail.error} onRetry={() => void trail.refetch()} />
      {trail.isPending && <p role="status">正在读取……</p>}
      {trail.data !== undefined && (
        <DataTable
          id="trail"
          label="留痕列表"
          noExport
          rows={pages.flatMap(page => page.lines)}
          columns={trailColumns}
          rowKey={row => String(row.seq)}
          {...(!trail.hasNextPage && { unit: '条' })}
          height="whole"
          empty={
            <EmptyState
              title="没有符合条件的留痕"
              what={trail.hasNextPage ? '最近的两万条里没有，可以继续往前查找。' : '请放宽条件后再查。'}
              next={!trail.hasNextPage && <Button onClick={() => setFilters({})}>显示全部</Button>}
            />
          }
        />
      )}
      {trail.hasNextPage && (
        <p className="trail-more">
          <Button loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            往前再看
          </Button>
        </p>
      )}
    </>
  )
}
