import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import type { CallAnswer } from '../../client/call.ts'
import { useMay } from '../../client/useMay.ts'
import { useYear } from '../../client/useYear.ts'
import { latenessNames } from '../../../contract/reports/reportColumns.ts'
import { useLeads } from '../ledger/useOwnUnit.ts'
import { useWithSealed } from '../year/useWithSealed.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { printDay } from '../../kit/printDay.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import type { Column } from '../../kit/table/column.ts'
import { DataTable } from '../../kit/table/DataTable.tsx'
import './reports.css'

type Lateness = CallAnswer<'GET /api/years/:year/reports/lateness'>
type Proposed = Lateness['proposed'][number]

/** Proposes late and missing reports for the ledger: the committee confirms each, or says why not. (六（三）) */
export function LatenessPage() {
  const { year } = useYear()
  const answer = useAnswer('GET /api/years/:year/reports/lateness', { params: { year } })
  return (
    <AnsweredPage title="述职报告迟报漏报" of={answer}>
      {of => <Shown key={of.proposed.map(keyOf).join()} year={year!} of={of} />}
    </AnsweredPage>
  )
}

function Shown({ year, of }: { readonly year: number; readonly of: Lateness }) {
  const may = useMay()
  const leads = useLeads()
  const withSealed = useWithSealed()
  const { due, proposed, settled } = of
  const recordable = of.recordable && may('recordRoutine')
  const [chosen, setChosen] = useState<readonly string[]>(() => proposed.map(keyOf))
  const [dropping, setDropping] = useState<Proposed>()
  const confirm = useAct('POST /api/years/:year/reports/lateness/confirm', {
    done: ({ recorded }) => `已登记${recorded}项`,
  })
  const drop = useAct('POST /api/years/:year/reports/lateness/drop', { done: '已写明不予登记' })
  const units = proposed.filter(one => chosen.includes(keyOf(one)))
  const isWhole = units.length === proposed.length
  const columns = useMemo(
    () =>
      proposedColumns({
        recordable,
        chosen: new Set(chosen),
        onChoose: (key, wanted) =>
          setChosen(before => (wanted ? [...before, key] : before.filter(one => one !== key))),
        onDrop: setDropping,
      }),
    [recordable, chosen],
  )
  return (
    <>
      <PageHead
        title="述职报告迟报漏报"
        state={withSealed(
          `${due === undefined ? '' : `上报期限${printDay(due)}；`}待确认${proposed.length}项，已处理${settled.length}项`,
        )}
        actions={<LinkButton to={`/${year}/reports`}>返回清单</LinkButton>}
      />
      <RefusedNotice error={confirm.refused} />
      {!of.recordable && may('recordRoutine') && proposed.length > 0 && (
        <p role="note">
          {leads
            ? '由组织考核者确认后记入台账，这里只能看。'
            : '方案没有写明迟报、漏报记入哪一项台账，这里只能看，不能登记。'}
        </p>
      )}
      {proposed.length === 0 ? (
        <EmptyState
          title="没有待确认的迟报漏报"
          what="过了上报期限，迟报和未报的单位列在这里，由您确认后才记入台账。"
        />
      ) : (
        <>
          <DataTable
            id="report-lateness"
            label="迟报漏报"
            height={proposed.length > 60 ? 'fill' : 'whole'}
            unit="项"
            search="单位或拼音首字母"
            rows={proposed}
            columns={columns}
            rowKey={keyOf}
            actions={
              recordable && (
                <>
                  <Button onClick={() => setChosen(isWhole ? [] : proposed.map(keyOf))}>
                    {isWhole ? '全不选' : '全选'}
                  </Button>
                  <Button
                    type="primary"
                    loading={confirm.busy}
                    disabled={units.length === 0}
                    onClick={() =>
                      void confirm.run({
                        params: { year },
                        body: { units: units.map(({ unit, kind }) => ({ unit, kind })) },
                      })
                    }
                  >
                    确认{units.length}项，记入会议和报送台账
                  </Button>
                </>
              )
            }
          />
        </>
      )}
      {settled.length > 0 && (
        <>
          <h2>已处理</h2>
          <ul className="report-lateness bare">
            {settled.map(one => (
              <li key={`${one.unit} ${one.kind}`}>
                {one.unitName}
                <span>{latenessNames[one.kind]}</span>
                <span className="soft">
                  {one.recorded ? '已登记' : `不予登记：${one.reason}`}；{one.by}，<ChineseDate of={one.at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ReasonModal
        open={dropping !== undefined}
        title={`${dropping?.unitName ?? ''}：不予登记`}
        label="不予登记的理由"
        confirm="不予登记"
        act={drop}
        run={reason => {
          const { unit, kind } = dropping!
          return drop.run({ params: { year }, body: { unit, kind, reason } })
        }}
        onClose={() => setDropping(undefined)}
      />
    </>
  )
}

interface Choosing {
  readonly recordable: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (key: string, wanted: boolean) => void
  readonly onDrop: (one: Proposed) => void
}

function proposedColumns({ recordable, chosen, onChoose, onDrop }: Choosing): readonly Column<Proposed>[] {
  return [
    {
      id: 'unit',
      title: '单位',
      width: 300,
      value: one => one.unitName,
      search: true,
      onCard: 'title',
      show: one =>
        recordable ? (
          <Checkbox
            checked={chosen.has(keyOf(one))}
            onChange={({ target }) => onChoose(keyOf(one), target.checked)}
          >
            {one.unitName}
          </Checkbox>
        ) : (
          one.unitName
        ),
    },
    {
      id: 'kind',
      title: '情况',
      width: 100,
      value: one => latenessNames[one.kind],
      filter: true,
      show: one => <span className="bad">{latenessNames[one.kind]}</span>,
      onCard: 'figure',
    },
    { id: 'on', title: '报来日期', width: 150, kind: 'day', value: one => one.on },
    { id: 'days', title: '超过期限（天）', width: 140, kind: 'number', value: one => one.days },
    ...(recordable
      ? [
          {
            id: 'drop',
            title: '办理',
            width: 120,
            sort: false as const,
            value: () => undefined,
            show: (one: Proposed) => (
              <Button type="link" size="small" onClick={() => onDrop(one)}>
                不予登记
              </Button>
            ),
          },
        ]
      : []),
  ]
}

function keyOf({ unit, kind }: Pick<Proposed, 'unit' | 'kind'>): string {
  return `${unit} ${kind}`
}
