import { planFields } from '../../../contract/rectify/rectifyFields.ts'
import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Problem } from './rectifyTypes.ts'
import '../ledger/ledger.css'

/** Writes the plan of one problem: cause, remedy, owner, deadline. It is handed in with the others from the list. */
export function PlanForm({ of }: { readonly of: Problem }) {
  const { year, unit, id: problem, cause, remedy, owner, deadline = '' } = of
  const act = useAct('PUT /api/years/:year/units/:unit/problems/:problem/plan', {
    done: '已保存，全部写好后在清单上报',
  })
  const form = useForm(planFields, {
    keep: `plan.${problem}`,
    saved: { revision: of.revision, values: { cause, remedy, owner, deadline } },
    acts: [act],
    send: (plan, revision) => act.run({ params: { year, unit, problem }, body: { ...plan, revision } }),
  })
  return (
    <section aria-label="整改方案">
      <h2>整改方案</h2>
      <InlineForm form={form} className="entry-form" confirm="保存方案" noticeBelow foot="entry-send" />
    </section>
  )
}
