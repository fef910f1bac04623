import { Alert } from 'antd'
import { useMemo, useState } from 'react'
import { useMay } from '../../client/useMay.ts'
import { AsOfBand, AsOfField } from '../results/asOf/AsOfBand.tsx'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { DataTable } from '../../kit/table/DataTable.tsx'
import { NotYetReleased } from '../results/unit/NotYetReleased.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import { addressOfOne, type ConsequenceList } from './consequence.ts'
import { consequenceColumns } from './consequenceColumns.tsx'
import { ConsequencesLater } from './ConsequencesLater.tsx'
import { RuleCounts } from './RuleCounts.tsx'
import { useConsequences } from './useConsequences.ts'
import { printDay } from '../../kit/printDay.ts'
import './consequences.css'

/** Lists the consequences (结果运用) of this year's results: unit, measure, clause and years. Shows which notices still need service or a reply. */
export function ConsequencesPage() {
  const { of, year, isBefore } = useConsequences()
  if (isBefore) return <ConsequencesLater />
  if (of.error?.code === 'notReleased')
    return (
      <>
        <AsOfBand year={year} />
        <PageHead title="结果运用" />
        <NotYetReleased year={year!} said={of.error.message} />
      </>
    )
  return (
    <>
      <AsOfBand year={year} />
      <AnsweredPage title="结果运用" of={of}>
        {list => <Shown key={`${list.year} ${list.asOf ?? ''}`} list={list} />}
      </AnsweredPage>
    </>
  )
}

function Shown({ list }: { readonly list: ConsequenceList }) {
  const [rule, setRule] = useState<string>()
  const columns = useMemo(() => consequenceColumns(list), [list])
  const shown = rule === undefined ? list.rows : list.rows.filter(row => row.rule === rule)
  return (
    <>
      <PageHead title="结果运用" state={standing(list)} actions={<AsOfField />} />
      <Obstacles list={list} />
      <Withdrawn of={list.withdrawn} />
      <RuleCounts rules={list.rules} rows={list.rows} chosen={rule} onChoose={setRule} />
      <DataTable
        id="consequences"
        label={`结果运用清单${list.asOf === undefined ? '' : `（按${printDay(list.asOf)}的情形）`}`}
        rows={shown}
        columns={columns}
        rowKey={row => `${row.unit} ${row.rule} ${row.person ?? ''}`}
        rowLink={row => addressOfOne(list, row)}
        search="单位、姓名或拼音首字母"
        unit="项"
        empty={<Nothing list={list} />}
      />
    </>
  )
}

function standing({ asOf, basis, seal, mayServe, rows }: ConsequenceList): string {
  const pending = rows.filter(row => row.state === 'pending').length
  const of =
    basis === 'sealed'
      ? `依据第${seal}次封存的结果`
      : `结果尚未审定，以下按${asOf === undefined ? '现有' : '当日的'}数据推算，审定后才生效`
  if (rows.length === 0) return of
  return `${of}；共${rows.length}项${mayServe ? `，待送达${pending}项` : ''}`
}

function Obstacles({ list: { blockers, mayServe, whyNot, rows } }: { readonly list: ConsequenceList }) {
  const may = useMay()
  if (blockers.length > 0)
    return (
      <Alert
        className="obstacle"
        type="warning"
        showIcon
        title="现在还不能计分"
        description={blockers.join('；')}
      />
    )
  if (mayServe || whyNot === undefined || rows.length === 0 || !may('serveNotice')) return null
  return <Alert className="obstacle" type="info" showIcon title={whyNot} />
}

function Nothing({ list: { rules, year, blockers } }: { readonly list: ConsequenceList }) {
  const may = useMay()
  const who = useSeesOwnOnly() ? '本单位没有符合条件的' : '现在没有单位或考核对象符合条件'
  if (blockers.length > 0) return null
  const what = rules.length === 0 ? '方案没有规定结果运用。' : `方案规定的${rules.length}项结果运用，${who}。`
  return (
    <EmptyState
      title="没有结果运用"
      what={what}
      next={
        may('readRanking') ? (
          <LinkButton to={`/${year}/ranking`}>查看排名</LinkButton>
        ) : (
          <LinkButton to={`/${year}/home`}>返回首页</LinkButton>
        )
      }
    />
  )
}

/** Lists notices that no longer apply: served, but a correction of the result removed their grounds. */
function Withdrawn({ of }: { readonly of: ConsequenceList['withdrawn'] }) {
  if (of.length === 0) return null
  return (
    <Alert
      className="obstacle"
      type="warning"
      showIcon
      title={`${of.length}项通知送达后结果已更正，不再适用，请通知有关单位`}
      description={
        <ul>
          {of.map(({ unit, unitName, rule, name, servedOn }) => (
            <li key={`${unit} ${rule}`}>
              {unitName}：{name}，{printDay(servedOn)}送达
            </li>
          ))}
        </ul>
      }
    />
  )
}
