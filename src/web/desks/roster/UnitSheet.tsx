import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Roster, UnitDetail } from './rosterTypes.ts'
import { TermTable } from './TermTable.tsx'

/** Shows the registered details of a unit. */
export function UnitSheet({ unit, roster }: { readonly unit: UnitDetail; readonly roster: Roster }) {
  const { year, terms } = roster
  const lead = roster.units.find(one => one.id === unit.leadUnit)
  const cohort = terms.cohorts.find(one => one.id === unit.cohort)?.name ?? unit.cohort
  const link = (one: { readonly id: string; readonly name: string }) => (
    <Link key={one.id} to={`/${year}/roster/${encodeURIComponent(one.id)}`}>
      {one.name}
    </Link>
  )
  const known = new Set(roster.units.map(one => one.id))
  const linked = (one: { readonly id: string; readonly name: string }) =>
    known.has(one.id) ? link(one) : <span key={one.id}>{one.name}</span>
  return (
    <div className="unit-sheet">
      <section aria-labelledby="unit-answers">
        <h2 id="unit-answers">考核对象</h2>
        {unit.outside === undefined ? (
          <p>
            <strong className={unit.answers?.name === undefined ? 'bad' : undefined}>
              {unit.answers?.name ?? '没有在任人选'}
            </strong>
            {unit.answers?.post !== undefined && `，${unit.answers.post}`}
            <br />
            <span className="soft">{unit.answers?.why ?? '本年度还没有选定方案，考核对象未确定'}</span>
          </p>
        ) : (
          <p>{unit.outside}。</p>
        )}
        <h2>任职</h2>
        {unit.holders.length === 0 ? (
          <EmptyState title="没有任职记录" what="点“修改”增加任职后，才能确定考核对象。" />
        ) : (
          <TermTable holders={unit.holders} />
        )}
      </section>
      <section aria-labelledby="unit-facts">
        <h2 id="unit-facts">基本情况</h2>
        <dl className="facts unit-facts">
          <Fact name="类别">{unit.kind}</Fact>
          <Fact name="级别">{unit.level}</Fact>
          {cohort !== undefined && <Fact name="排名类别">{cohort}</Fact>}
          <Fact name="党组织关系归口">{unit.affiliated ? '是' : '否'}</Fact>
          <Fact name="由上级领导兼任一把手">{unit.headedByLeader ? '是' : '否'}</Fact>
          <Fact name="牵头单位">
            {lead !== undefined ? link(lead) : (unit.leadName ?? unit.leadUnit ?? '无')}
          </Fact>
          {unit.members.length > 0 && (
            <Fact name={`所属单位（${unit.members.length}个）`}>{joined(unit.members.map(linked))}</Fact>
          )}
          {unit.opensOn !== undefined && <Fact name="成立日期">{printDay(unit.opensOn)}</Fact>}
          {unit.closesOn !== undefined && <Fact name="撤销日期">{printDay(unit.closesOn)}</Fact>}
          {unit.mergedInto !== undefined && <Fact name="并入">{linked(unit.mergedInto)}</Fact>}
          {unit.mergedFrom.length > 0 && (
            <Fact name="由下列单位并入">{joined(unit.mergedFrom.map(linked))}</Fact>
          )}
          {unit.formerNames !== undefined && (
            <Fact name="曾用名">
              {unit.formerNames.map(({ name, until }) => (
                <div key={until}>
                  {name}（到{printDay(until)}）
                </div>
              ))}
            </Fact>
          )}
          <Fact name="本年度事实">{unit.facts} 条</Fact>
          <Fact name="最近修改">
            {unit.changedBy}，<ChineseDate of={unit.changedAt} />
          </Fact>
        </dl>
      </section>
    </div>
  )
}

function joined(items: readonly ReactNode[]): ReactNode {
  return items.flatMap((item, at) => (at === 0 ? [item] : ['、', item]))
}
