import { useParams } from '@tanstack/react-router'
import { useMay } from '../../client/useMay.ts'
import { AnsweredPage } from '../../kit/AnsweredPage.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { AsOfBand, AsOfField } from '../results/asOf/AsOfBand.tsx'
import { BackLink } from '../../kit/BackLink.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { addressOfOne, type Consequence, type ConsequenceList, effectOf } from './consequence.ts'
import { ConsequencesLater } from './ConsequencesLater.tsx'
import { FollowUpPart } from './FollowUpPart.tsx'
import { LedByTable } from './LedByTable.tsx'
import { NoticePart } from './NoticePart.tsx'
import { useConsequences } from './useConsequences.ts'
import './consequences.css'

/** Shows one consequence (结果运用): its clause, the years that led to it, its notice and the reply. */
export function ConsequencePage() {
  const { unit, rule } = useParams({ strict: false }) as { readonly unit: string; readonly rule: string }
  const { of, year: asked, isBefore } = useConsequences()
  if (isBefore) return <ConsequencesLater />
  return (
    <>
      <AsOfBand year={asked} />
      <AnsweredPage title="结果运用" of={of}>
        {answer => {
          const one = answer.rows.find(row => row.unit === unit && row.rule === rule)
          return one === undefined ? (
            <Gone list={answer} />
          ) : (
            <Shown key={`${unit} ${rule}`} one={one} list={answer} />
          )
        }}
      </AnsweredPage>
    </>
  )
}

function Gone({ list: { year, asOf } }: { readonly list: ConsequenceList }) {
  return (
    <>
      <PageHead title="结果运用" />
      <EmptyState
        title={asOf === undefined ? '这一项结果运用现在不存在' : '这一天没有这一项结果运用'}
        what="结果变动后，它可能不再适用；也可能地址写错了。"
        next={
          <LinkButton to={`/${year}/consequences`} search={{ asOf }}>
            返回结果运用清单
          </LinkButton>
        }
      />
    </>
  )
}

function Shown({ one, list }: { readonly one: Consequence; readonly list: ConsequenceList }) {
  const may = useMay()
  const next = list.rows.find(row => row.state === 'pending' && row !== one)
  return (
    <>
      <PageHead
        title={`${one.unitName}：${one.name}`}
        state={whom(one)}
        actions={
          <>
            <AsOfField />
            <BackLink to={`/${list.year}/consequences${list.asOf === undefined ? '' : `?asOf=${list.asOf}`}`}>
              返回清单
            </BackLink>
            {may('readUnitResult') && (
              <LinkButton
                to={`/${list.year}/units/${encodeURIComponent(one.unit)}`}
                search={{ asOf: list.asOf }}
              >
                查看单位结果
              </LinkButton>
            )}
            {may('serveNotice') && list.mayServe && next !== undefined && one.state !== 'pending' && (
              // What follows this one comes before the next.
              <LinkButton
                type={one.standing === undefined || one.standing === 'settled' ? 'primary' : 'default'}
                to={addressOfOne(list, next)}
              >
                下一项待送达
              </LinkButton>
            )}
          </>
        }
      />
      <dl className="facts">
        <Fact name="后果">{effectOf(one)}</Fact>
        <Fact name="条款">
          {one.citation}
          {one.restated !== undefined && <span className="soft-line">{one.restated}</span>}
        </Fact>
        <Fact name="执行年度">{one.takesEffect}年</Fact>
      </dl>
      <h2>依据的年度</h2>
      <LedByTable of={one} />
      <h2>通知与回复</h2>
      <NoticePart year={list.year} one={one} list={list} />
      <FollowUpPart list={list} one={one} />
    </>
  )
}

function whom({ on, personName, post, leadUnitName }: Consequence): string {
  const person =
    personName === undefined ? '' : `考核对象${personName}${post === undefined ? '' : `（${post}）`}`
  return [
    on === 'unit' ? '适用于单位' : '适用于考核对象',
    person,
    leadUnitName === undefined ? '' : `牵头单位${leadUnitName}`,
  ]
    .filter(part => part !== '')
    .join('，')
}
