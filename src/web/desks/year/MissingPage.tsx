import { useMemo } from 'react'
import { useDesk } from '../../client/useDesk.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import type { Column } from '../../kit/table/column.ts'
import { type MissingRow, missingRows } from './missingRows.ts'
import { useYearAnswer } from './useYearAnswer.ts'
import type { Year } from './year.ts'
import './progress.css'

/** Lists who lacks what and why, late ones first; can be saved as a file to send round. */
export function MissingPage() {
  return (
    <AnsweredPage title="缺项清单" of={useYearAnswer()}>
      {of => <Shown of={of} />}
    </AnsweredPage>
  )
}

function Shown({ of }: { readonly of: Year }) {
  const desk = useDesk()
  const unitPage = desk('$year/roster/$unit')
  const decisions = desk('$year/decisions')
  const seals = desk('$year/seals')
  const { rows, unlisted } = useMemo(() => missingRows(of), [of])
  const late = rows.filter(row => row.late).length
  return (
    <>
      <PageHead
        title="缺项清单"
        state={
          <>
            截至{printDay(of.today)}，{rows.length + unlisted}项没有得分
            {late > 0 && (
              <>
                ，<strong className="urgent">其中{late}项逾期</strong>
              </>
            )}
          </>
        }
        actions={
          <>
            {decisions !== undefined && <LinkButton to={decisions}>补登或者决定</LinkButton>}
            <BackLink to={`/${of.year}/year`}>返回年度进展</BackLink>
          </>
        }
      />
      {unlisted > 0 && <p>另有{unlisted}项没有逐条列出：先办完列出的，余下的随后显示。</p>}
      <DataTable
        id="missing"
        label="缺项清单"
        rows={rows}
        columns={columns}
        rowKey={row => `${row.component} ${row.unit}`}
        rowLink={row => unitPage?.replace('$unit', encodeURIComponent(row.unit))}
        search="单位名称或拼音首字母"
        unit="项"
        empty={
          of.units === 0 ? (
            <EmptyState
              title="名册还是空的"
              what="录入名册后，这里列出没有得分的单位。"
              next={<LinkButton to={`/${of.year}/roster`}>查看名册</LinkButton>}
            />
          ) : (
            <EmptyState
              title="没有缺项"
              what="每个单位的各分项都有得分，可以进行封存前的检查。"
              next={seals !== undefined && <LinkButton to={seals}>封存与审定</LinkButton>}
            />
          )
        }
      />
    </>
  )
}

const columns: readonly Column<MissingRow>[] = [
  { id: 'name', title: '单位', width: 220, value: row => row.name, search: true, onCard: 'title' },
  { id: 'group', title: '系统', width: 180, value: row => row.group, filter: true, search: true },
  { id: 'component', title: '分项', width: 110, value: row => row.componentName, filter: true },
  {
    id: 'state',
    title: '状态',
    width: 90,
    value: row => row.state,
    show: row => <span className={row.late ? 'urgent' : undefined}>{row.state}</span>,
    filter: true,
    onCard: 'figure',
  },
  { id: 'due', title: '截止', width: 130, kind: 'day', value: row => row.due, onCard: 'no' },
  { id: 'why', title: '原因', width: 360, value: row => row.why, search: true },
]
