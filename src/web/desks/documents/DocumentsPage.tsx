import { useRef } from 'react'
import { standingNames } from '../../../contract/documents/documentColumns.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { Answered } from '../../kit/Answered.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { usePagedList } from '../../kit/table/usePagedList.ts'
import { documentLooks } from './documentLooks.tsx'
import type { DocumentRow, KindCount } from './documentTypes.ts'
import { KindTable } from './KindTable.tsx'
import './documents.css'

const ROUTE = 'GET /api/years/:year/documents'

/** Lists the official documents (公文) of a year: what can be drafted, what is drafted and issued. A unit sees what was issued to it. */
export function DocumentsPage() {
  const { year } = useYear()
  return year === undefined ? <PageHead title="公文" /> : <List year={year} />
}

function List({ year }: { readonly year: number }) {
  const may = useMay()
  const { first, list } = usePagedList(
    ROUTE,
    { params: { year } },
    { id: 'documents', columns: documentLooks, rowsOf },
  )
  const below = useRef<HTMLDivElement>(null)
  return (
    <>
      <PageHead
        title="公文"
        state={first.data && countsOf(first.data.kinds)}
        actions={
          <>
            {may('draftDocuments') && <LinkButton to="/documentStyle">格式检查</LinkButton>}
            {may('issueDocuments') && <LinkButton to="/documentIssuers">发文机关</LinkButton>}
            {may('keepTemplates') && <LinkButton to="/documentTemplates">公文模板</LinkButton>}
          </>
        }
      />
      <Answered of={first}>
        {({ kinds, today }) => (
          <>
            {may('draftDocuments') && (
              <KindTable
                year={year}
                today={today}
                kinds={kinds}
                onShow={({ name }, standings) => {
                  const standing = standings.map(one => standingNames[one])
                  list.state.change({ filters: { kind: [name], standing } })
                  below.current?.scrollIntoView()
                }}
              />
            )}
            <div ref={below}>
              <DataTable
                id="documents"
                label="公文清单"
                rows={list.rows}
                paged={list}
                columns={documentLooks}
                rowKey={row => row.id}
                rowLink={row => `/${year}/documents/${row.id}`}
                search="标题、单位、字号"
                unit="份"
                empty={
                  <EmptyState
                    title="还没有公文"
                    what={
                      may('draftDocuments')
                        ? '在上面选一个文种起草；印发后的文件和印发给您的文件都列在这里。写有考核结果的，结果公布后列出。'
                        : '印发给您的文件列在这里；写有考核结果的，结果公布后列出。'
                    }
                    next={<LinkButton to={`/${year}/home`}>返回首页</LinkButton>}
                  />
                }
              />
            </div>
          </>
        )}
      </Answered>
    </>
  )
}

function rowsOf({ documents }: { readonly documents: readonly DocumentRow[] }): readonly DocumentRow[] {
  return documents
}

function countsOf(kinds: readonly KindCount[]): string {
  const [drafts, issued] = [
    kinds.reduce((sum, one) => sum + one.drafts, 0),
    kinds.reduce((sum, one) => sum + one.issued, 0),
  ]
  return drafts === 0 ? `已印发${issued}份` : `已印发${issued}份，起草中${drafts}份`
}
