import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ChineseDate } from '../../kit/ChineseDate.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
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
          <Line of="类别">{unit.kind}</Line>
          <Line of="级别">{unit.level}</Line>
          {cohort !== undefined && <Line of="排名类别">{cohort}</Line>}
          <Line of="党组织关系归口">{unit.affiliated ? '是' : '否'}</Line>
          <Line of="由上级领导兼任一把手">{unit.headedByLeader ? '是' : '否'}</Line>
          <Line of="牵头单位">
            {lead !== undefined ? link(lead) : (unit.leadName ?? unit.leadUnit ?? '无')}
          </Line>
          {unit.members.length > 0 && (
            <Line of={`所属单位（${unit.members.length}个）`}>{joined(unit.members.map(linked))}</Line>
          )}
          {unit.opensOn !== undefined && <Line of="成立日期">{printDay(unit.opensOn)}</Line>}
          {unit.closesOn !== undefined && <Line of="撤销日期">{printDay(unit.closesOn)}</Line>}
          {unit.mergedInto !== undefined && <Line of="并入">{linked(unit.mergedInto)}</Line>}
          {unit.mergedFrom.length > 0 && (
            <Line of="由下列单位并入">{joined(unit.mergedFrom.map(linked))}</Line>
          )}
          {unit.formerNames !== undefined && (
            <Line of="曾用名">
              {unit.formerNames.map(({ name, until }) => (
                <div key={until}>
                  {name}（到{printDay(until)}）
                </div>
              ))}
            </Line>
          )}
          <Line of="本年度事实">{unit.facts} 条</Line>
          <Line of="最近修改">
            {unit.changedBy}，<ChineseDate of={unit.changedAt} />
          </Line>
        </dl>
      </section>
    </div>
  )
}

function Line({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function joined(items: readonly ReactNode[]): ReactNode {
  return items.flatMap((item, at) => (at === 0 ? [item] : ['、', item]))
}
