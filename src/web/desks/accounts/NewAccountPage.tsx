import { useState } from 'react'
import { accountFields } from '../../../contract/accounts/accountsFields.ts'
import { grantableBy, roleNames } from '../../../contract/access/roles.ts'
import { choiceField } from '../../../contract/shape/field.ts'
import { useSession } from '../../client/SessionContext.ts'
import { useMay } from '../../client/useMay.ts'
import { useAct } from '../../client/useAct.ts'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { ownField } from '../../kit/form/formValues.ts'
import { InlineForm } from '../../kit/form/InlineForm.tsx'
import { useForm } from '../../kit/form/useForm.ts'
import { LinkButton } from '../../kit/LinkButton.tsx'
import { PageHead } from '../../kit/PageHead.tsx'
import type { OneTime } from './accountTypes.ts'
import { type AskedGrant, GrantsField } from './GrantsField.tsx'
import { Slips } from './Slips.tsx'
import './accounts.css'

const newFields = {
  ...accountFields,
  administers: choiceField('账号类别', {
    look: 'radio',
    options: [
      { value: false, label: '业务账号' },
      { value: true, label: '管理账号（三员）' },
    ],
  }),
  grants: ownField<readonly AskedGrant[]>({
    label: '角色',
    start: [],
    show: ({ value, onChange }) => <GrantsField value={value} administers={false} onChange={onChange} />,
  }),
}

/** Creates one account with a one-time password. */
export function NewAccountPage() {
  const [made, setMade] = useState<OneTime>()
  return (
    <>
      <PageHead
        title="开设账号"
        state={made === undefined ? '开设后得到一个一次性口令，交给本人首次登录' : `账号“${made.name}”已开设`}
        actions={<LinkButton to="/accounts">返回账号列表</LinkButton>}
      />
      {made === undefined ? (
        <NewForm onMade={setMade} />
      ) : (
        <Slips of={[made]} onDone={() => setMade(undefined)} />
      )}
    </>
  )
}

function NewForm({ onMade }: { readonly onMade: (made: OneTime) => void }) {
  const may = useMay()
  const { account } = useSession()
  const mine = grantableBy(account.grants.map(({ role }) => role))
  // Who may grant one role only is not asked for it.
  const [only] = mine.length === 1 ? mine : []
  const act = useAct('POST /api/accounts', {
    refresh: ['GET /api/accounts', 'GET /api/accounts/proposals', 'GET /api/installation'],
  })
  const form = useForm(newFields, {
    start: { administers: false, grants: only === undefined ? [] : [{ role: only }] },
    hidden: () => [
      ...(may('setUpAdministration') ? [] : ['administers' as const]),
      ...(may('grantRoles') ? [] : ['grants' as const]),
    ],
    acts: [act],
    refusedAt: { usernameTaken: 'username' },
    send: ({ grants, ...sent }) => act.run({ body: { ...sent, grants: [...grants] } }),
    after: onMade,
  })
  return (
    <InlineForm form={form} className="accounts-form" confirm="开设账号">
      <FormFields of={form} />
      {!may('grantRoles') && (
        <p className="accounts-soft soft">
          {only === undefined ? '角色由安全管理员另行授予。' : `开设的是${roleNames[only]}账号。`}
        </p>
      )}
    </InlineForm>
  )
}
