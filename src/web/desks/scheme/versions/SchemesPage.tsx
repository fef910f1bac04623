import { useMemo } from 'react'
import { useAnswer } from '../../../client/useAnswer.ts'
import { useMay } from '../../../client/useMay.ts'
import { HeadedAnswer } from '../HeadedAnswer.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import type { Column } from '../../../kit/table/column.ts'
import { DataTable } from '../../../kit/table/DataTable.tsx'
import type { VersionHead } from '../schemeTypes.ts'
import { versionStateWords } from '../stateWords.ts'
import '../scheme.css'

/** Lists all scheme versions, waiting drafts first; starts a new one. */
export function SchemesPage() {
  return (
    <HeadedAnswer title="方案版本" of={useAnswer('GET /api/schemes', {})}>
      {({ versions }) => <Versions versions={versions} />}
    </HeadedAnswer>
  )
}

function Versions({ versions }: { readonly versions: readonly VersionHead[] }) {
  const may = useMay()
  const shown = useMemo(() => columns(versions), [versions])
  const fresh = may('editScheme') && (
    <LinkButton to="/schemes/new" type="primary">
      新建方案
    </LinkButton>
  )
  return (
    <>
      <PageHead title="方案版本" state={standing(versions)} actions={versions.length > 0 && fresh} />
      <DataTable
        id="schemes"
        label="方案版本"
        rows={versions}
        columns={shown}
        rowKey={row => row.version}
        rowLink={row => `/schemes/${row.version}`}
        unit="个版本"
        height="whole"
        empty={
          <EmptyState
            title="还没有方案"
            what={
              may('editScheme')
                ? '把考核通知编成方案：可由随软件提供的样例改起，也可导入方案文件。'
                : '组织考核者印发方案后，在这里可以查看。'
            }
            next={fresh}
          />
        }
      />
    </>
  )
}

function standing(versions: readonly VersionHead[]): string | undefined {
  const drafts = versions.filter(version => version.state === 'draft')
  const inUse = versions.filter(version => version.years.length > 0)
  const told = [
    ...inUse.map(({ title, number, years, rulings }) => {
      const waiting = rulings.assumed + rulings.open
      return `${years.join('、')}年度采用《${title}》第${number}版${waiting === 0 ? '' : `，${waiting}条口径待确认`}`
    }),
    ...(drafts.length === 0 ? [] : [`${drafts.length}个草案待印发`]),
  ]
  return told.length === 0 ? undefined : told.join('；')
}

function columns(versions: readonly VersionHead[]): readonly Column<VersionHead>[] {
  const numberOf = (id: string | undefined): string | undefined => {
    const found = versions.find(version => version.version === id)
    return found && `第${found.number}版`
  }
  return [
    { id: 'title', title: '方案', width: 300, value: row => row.title, search: true, onCard: 'title' },
    {
      id: 'number',
      title: '版本',
      width: 76,
      value: row => row.number,
      show: row => `第${row.number}版`,
      onCard: 'figure',
    },
    { id: 'cycle', title: '考核年度', width: 100, value: row => `${row.cycle}年度`, filter: true },
    { id: 'state', title: '状态', width: 90, value: row => versionStateWords[row.state], filter: true },
    {
      id: 'years',
      title: '采用的年度',
      width: 110,
      value: row => (row.years.length === 0 ? undefined : row.years.join('、')),
    },
    {
      id: 'assumed',
      title: '待确认口径',
      width: 110,
      kind: 'number',
      value: row => row.rulings.assumed + row.rulings.open,
    },
    {
      id: 'settled',
      title: '已确认口径',
      width: 110,
      kind: 'number',
      value: row => row.rulings.settled,
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'basedOn',
      title: '底稿',
      width: 80,
      value: row => numberOf(row.basedOn),
      hidden: true,
      onCard: 'no',
    },
    {
      id: 'changedBy',
      title: '经办',
      width: 110,
      value: row => row.promulgatedBy ?? row.changedBy,
      filter: true,
    },
    {
      id: 'changedAt',
      title: '时间',
      width: 190,
      kind: 'day',
      value: row => row.promulgatedAt ?? row.changedAt,
    },
  ]
}
