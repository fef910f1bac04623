import { Alert, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { extendFields, partNames, planFields } from '../../../contract/publish/publishFields.ts'
import { useAct } from '../../client/useAct.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Fact } from '../../kit/Fact.tsx'
import { FormModal } from '../../kit/form/FormModal.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { printDay } from '../../kit/printDay.ts'
import { ReasonModal } from '../../kit/ReasonModal.tsx'
import { RefusedNotice } from '../../kit/RefusedNotice.tsx'
import { useMay } from '../../client/useMay.ts'
import type { Plan, Publication } from './publishTypes.ts'

interface Props {
  readonly of: Publication
  readonly isPlanning: boolean
  readonly onPlan: (isPlanning: boolean) => void
}

/** Shows the plan of a publication with the act that comes next: plan, release, extend, withdraw. */
export function PlanPart({ of, isPlanning, onPlan }: Props) {
  const { year, plan, whyNot } = of
  const may = useMay()
  const [asking, setAsking] = useState<'extend' | 'withdraw'>()
  const release = useAct('POST /api/years/:year/publication/release', { done: '公示已发布' })
  const withdraw = useAct('POST /api/years/:year/publication/withdraw', { done: '公示已撤下' })
  const isReleased = plan !== undefined && plan.standing !== 'planned'
  return (
    <section aria-label="公示安排" className="publish-plan">
      {whyNot !== undefined && !isReleased && (
        <Alert
          type="info"
          showIcon
          title="现在可以先安排，还不能发布"
          description={whyNot}
          action={may('readSeals') && <LinkButton to={`/${year}/seals`}>封存与审定</LinkButton>}
        />
      )}
      <RefusedNotice error={release.refused} />
      {plan === undefined ? (
        <EmptyState
          title="还没有安排公示"
          what="先定公示什么、从哪天到哪天、怎样收留言；结果向单位公布以后发布。"
          next={
            <Button type="primary" onClick={() => onPlan(true)}>
              安排公示
            </Button>
          }
        />
      ) : (
        <PlanFacts plan={plan} />
      )}
      <div className="buttons">
        {plan !== undefined && !isReleased && <Button onClick={() => onPlan(true)}>修改安排</Button>}
        {plan !== undefined && !isReleased && (
          <Popconfirm
            title="发布公示？"
            description="到开始日期，所选内容对任何人公开；没有选的内容不公开。"
            okText="发布公示"
            cancelText="再看看"
            onConfirm={() => void release.run({ params: { year }, body: { revision: plan.revision } })}
          >
            <Button type="primary" loading={release.busy} disabled={whyNot !== undefined}>
              发布公示
            </Button>
          </Popconfirm>
        )}
        {isReleased && (
          <>
            <Button onClick={() => setAsking('extend')}>延长公示期</Button>
            <Button danger onClick={() => setAsking('withdraw')}>
              撤下公示
            </Button>
          </>
        )}
      </div>
      {isPlanning && <PlanForm of={of} onClose={() => onPlan(false)} />}
      {asking === 'extend' && <ExtendForm year={year} plan={plan!} onClose={() => setAsking(undefined)} />}
      <ReasonModal
        open={asking === 'withdraw'}
        title="撤下公示"
        what="公示页立即不再显示任何单位的内容；留言和宣传栏登记仍保留。理由显示在这一页，单位也能看到。"
        confirm="撤下公示"
        danger
        act={withdraw}
        onClose={() => setAsking(undefined)}
        run={reason => withdraw.run({ params: { year }, body: { reason, revision: plan!.revision } })}
      />
    </section>
  )
}

/** Shows what is published, how comments are taken, and who released or withdrew it. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const comments = planFields.comments.options.find(({ value }) => value === plan.comments)!.label
  return (
    <dl className="facts">
      <Fact name="公示内容">{plan.parts.map(part => partNames[part]).join('、')}</Fact>
      <Fact name="发言板块">{comments}</Fact>
      {plan.withdrawn !== undefined && (
        <Fact name="撤下">
          {plan.withdrawn.by}，{printDay(plan.withdrawn.on)}，理由：{plan.withdrawn.reason}
        </Fact>
      )}
      {plan.releasedBy !== undefined && (
        <Fact name="发布">
          {plan.releasedBy}
          {plan.releasedOn !== undefined && `，${printDay(plan.releasedOn)}`}
        </Fact>
      )}
    </dl>
  )
}

function PlanForm({
  of: { year, plan, today },
  onClose,
}: {
  readonly of: Publication
  readonly onClose: () => void
}) {
  const act = useAct('PUT /api/years/:year/publication', { done: '公示安排已保存' })
  const form = useForm(planFields, {
    start: {
      parts: plan?.parts ?? ['report', 'rectification', 'ballots', 'grade'],
      from: plan?.from ?? today,
      to: plan?.to ?? '',
      comments: plan?.comments ?? 'held',
    },
    acts: [act],
    refusedAt: {
      publicationEmpty: 'parts',
      publicationDaysTurned: 'to',
      publicationPast: 'to',
      publicationBegun: 'from',
      publicationTooLong: 'to',
    },
    send: sent =>
      act.run({
        params: { year },
        body: { ...sent, parts: sent.parts as Plan['parts'], revision: plan?.revision ?? 0 },
      }),
    after: onClose,
  })
  return <FormModal form={form} title="安排公示" confirm="保存" onClose={onClose} />
}

function ExtendForm({
  year,
  plan,
  onClose,
}: {
  readonly year: number
  readonly plan: Plan
  readonly onClose: () => void
}) {
  const act = useAct('POST /api/years/:year/publication/extend', { done: '公示期已延长' })
  const form = useForm(extendFields, {
    start: { to: '', reason: '' },
    acts: [act],
    refusedAt: { publicationNotLonger: 'to', publicationTooLong: 'to' },
    send: sent => act.run({ params: { year }, body: { ...sent, revision: plan.revision } }),
    after: onClose,
  })
  return <FormModal form={form} title="延长公示期" confirm="延长" onClose={onClose} />
}
