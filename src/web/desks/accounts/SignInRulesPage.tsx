import { idleFields } from '../../../contract/accounts/accountsFields.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { useAnswer } from '../../client/useAnswer.ts'
import { Answered } from '../../kit/Answered.tsx'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import './accounts.css'

/** Shows the sign-in rules in force: passwords, locks and limits. Only the security administrator sets the idle limit. */
export function SignInRulesPage() {
  const may = useMay()
  return (
    <>
      <PageHead
        title="登录规则"
        state="对所有账号一样；不操作的时限由安全管理员设置"
        actions={<LinkButton to="/accounts">返回账号列表</LinkButton>}
      />
      <Answered of={useAnswer('GET /api/sign-in-rules', {})}>
        {({ rules, idleMinutes, revision }) => (
          <>
            <ul>
              {rules.map(rule => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            {may('setSignInRules') && <IdleForm idleMinutes={idleMinutes} revision={revision} />}
          </>
        )}
      </Answered>
    </>
  )
}

function IdleForm({ idleMinutes, revision }: { readonly idleMinutes: number; readonly revision: number }) {
  const act = useAct('PUT /api/sign-in-rules', { done: '时限已保存', refresh: ['GET /api/sign-in-rules'] })
  const form = useForm(idleFields, {
    start: { idleMinutes },
    acts: [act],
    send: sent => act.run({ body: { ...sent, revision } }),
  })
  return (
    <InlineForm
      form={form}
      className="accounts-form"
      confirm="保存时限"
      disabled={!form.isComplete || form.values.idleMinutes === idleMinutes}
    />
  )
}
