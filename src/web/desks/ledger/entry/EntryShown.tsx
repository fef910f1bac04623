import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../client/useAct.ts'
import { Clause } from '../../../kit/explain/Clause.tsx'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { FileList } from '../../../kit/files/FileList.tsx'
import { BackLink } from '../../../kit/BackLink.tsx'
import { LinkButton } from '../../../kit/LinkButton.tsx'
import { PageHead } from '../../../kit/PageHead.tsx'
import { ReasonModal } from '../../../kit/ReasonModal.tsx'
import { entryAt, ledgerOf } from '../addresses.ts'
import { describeEntryState } from '../../../../contract/ledger/entryColumns.ts'
import { Fact } from '../../../kit/Fact.tsx'
import type { Entry } from '../ledgerTypes.ts'
import { useKeeps, useOwnUnit } from '../useOwnUnit.ts'
import { AddFiles } from './AddFiles.tsx'
import { EntryChain } from './EntryChain.tsx'

interface Props {
  readonly year: number
  readonly unit: string
  readonly entry: Entry
  readonly chain: readonly Entry[]
}

/** Shows a ledger entry in full. */
export function EntryShown({ year, unit, entry, chain }: Props) {
  const keeps = useKeeps(unit) && entry.state === 'inForce'
  const own = useOwnUnit()
  return (
    <>
      <PageHead
        title={entry.title}
        state={`${entry.kindName}，${entry.periodName}，${describeEntryState(entry)}`}
        actions={
          <>
            {keeps && <LinkButton to={`${entryAt(year, unit, entry.id)}?correct=1`}>更正</LinkButton>}
            {keeps && <Withdraw year={year} unit={unit} entry={entry} />}
            <BackLink to={own === unit ? `/${year}/ledger` : ledgerOf(year, unit)}>返回台账</BackLink>
          </>
        }
      />
      <Ended year={year} unit={unit} entry={entry} />
      <dl className="facts">
        <Fact name="发生日期">
          <ChineseDate of={entry.happenedOn} />
          {entry.outsidePeriod && <span className="small-soft-line">日期不在{entry.periodName}内</span>}
        </Fact>
        <Fact name="所属期间">{entry.periodName}</Fact>
        <Fact name="登记">
          {entry.enteredBy}，<ChineseDate of={entry.enteredOn} />
          {entry.lateReason !== undefined && (
            <span className="small-soft-line">补录原因：{entry.lateReason}</span>
          )}
        </Fact>
        <Fact name="参加人数">
          {entry.participants === undefined ? '没有填写' : `${entry.participants}人`}
        </Fact>
        {entry.note !== '' && (
          <Fact name="备注" className="typed-text">
            {entry.note}
          </Fact>
        )}
        <Fact name="附件">
          <FileList year={year} unit={unit} files={entry.files} none="没有附件" />
          {keeps && <AddFiles year={year} unit={unit} entry={entry.id} />}
        </Fact>
        <Fact name="用于">
          {entry.rows.length === 0 && '只作留存备查，没有评分的行引用它。'}
          {entry.rows.map(({ row, title, citation }) => (
            <div key={row}>
              {title} <Clause of={citation} year={year} />
            </div>
          ))}
        </Fact>
      </dl>
      {chain.length > 1 && <EntryChain of={chain} shown={entry.id} year={year} unit={unit} />}
    </>
  )
}

function Ended({ year, unit, entry: { state, ended, replacedBy } }: Pick<Props, 'year' | 'unit' | 'entry'>) {
  if (state === 'inForce' || ended === undefined) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="ledger-alert"
      title={state === 'withdrawn' ? '这一条已经撤回，不再计数' : '这一条已经更正，不再计数'}
      description={
        <>
          {ended.by}，<ChineseDate of={ended.at} />：{ended.reason}
        </>
      }
      {...(replacedBy !== undefined && {
        action: (
          <LinkButton size="small" to={entryAt(year, unit, replacedBy)}>
            查看更正后的
          </LinkButton>
        ),
      })}
    />
  )
}

function Withdraw({ year, unit, entry }: Pick<Props, 'year' | 'unit' | 'entry'>) {
  const [asking, setAsking] = useState(false)
  const act = useAct('POST /api/years/:year/units/:unit/entries/:entry/withdraw', { done: '已撤回' })

  return (
    <>
      <Button onClick={() => setAsking(true)}>撤回</Button>
      <ReasonModal
        open={asking}
        title={`撤回“${entry.title}”`}
        what="撤回后不再计数，记录保留可查。内容写错的，用“更正”即可。"
        label="撤回的原因"
        confirm="撤回"
        danger
        act={act}
        run={reason => act.run({ params: { year, unit, entry: entry.id }, body: { reason } })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
