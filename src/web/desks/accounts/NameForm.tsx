import { accountFields } from '../../../contract/accounts/accountsFields.ts'
import { useAct } from '../../client/useAct.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import type { Account } from './accountTypes.ts'

const fields = {
  name: accountFields.name,
  username: { ...accountFields.username, hint: '修改后，下次登录用新的用户名。' },
}

/** 修改用户名和名称. */
export function NameForm({ account }: { readonly account: Account }) {
  const { id, name, username, revision } = account
  const act = useAct('PUT /api/accounts/:account', { done: '已保存' })
  const form = useForm(fields, {
    saved: { revision, values: { name, username } },
    acts: [act],
    refusedAt: { usernameTaken: 'username' },
    send: (sent, seen) => act.run({ params: { account: id }, body: { ...sent, revision: seen } }),
  })
  const { values } = form
  const isChanged = values.name.trim() !== name || values.username.trim() !== username
  return <InlineForm form={form} className="accounts-form" confirm="保存" quiet disabled={!isChanged} />
}
